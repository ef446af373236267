//! Operations that move, and what each side may do alone and both together may not.

use serde_json::{Value, json};

use super::merged;

/// A definition with these paths and schemas.
fn definition(paths: &Value, definitions: &Value) -> Value {
    json!({"swagger": "2.0", "paths": paths, "definitions": definitions})
}

/// The pointers of the conflicts of a merge, what stands then, and what stands where all is taken from mine.
fn settled(base: &Value, mine: &Value, theirs: &Value) -> (Vec<String>, Value, Value) {
    let mut merged = merged(base, mine, theirs);
    let here = merged.connector.definition().clone();
    let paths = merged.conflicts.iter().map(|one| one.path.pointer(&here));
    let paths: Vec<_> = paths.collect();
    for conflict in &merged.conflicts {
        let edit = conflict.take_mine(&merged.connector);
        merged.connector.apply(&edit.unwrap()).unwrap();
    }
    (paths, here, merged.connector.definition().clone())
}

/// A definition with these operations, by path, verb, ID and summary.
fn operations(list: &[(&str, &str, &str, &str)]) -> Value {
    let mut paths = json!({});
    for (path, verb, id, summary) in list {
        paths[*path][*verb] = json!({"operationId": id, "summary": summary});
    }
    definition(&paths, &json!({}))
}

#[test]
fn what_one_side_edits_goes_where_the_other_moves_it() {
    let other = ("/other", "get", "Other", "o");
    let list = |path, verb, summary| operations(&[(path, verb, "List", summary), other]);
    let (base, edited) = (list("/list", "get", "a"), list("/list", "get", "b"));
    for (moved, wanted) in [
        (list("/lst", "get", "a"), list("/lst", "get", "b")),
        (list("/list", "post", "a"), list("/list", "post", "b")),
        (list("/other", "put", "a"), list("/other", "put", "b")),
    ] {
        for (mine, theirs) in [(&moved, &edited), (&edited, &moved)] {
            let (paths, here, _) = settled(&base, mine, theirs);
            assert_eq!(paths, Vec::<String>::new());
            assert_eq!(here, wanted);
        }
    }
    // Where both edit the same, the conflict stands where the operation has gone.
    let moved = list("/lst", "get", "c");
    let (paths, here, mine) = settled(&base, &moved, &edited);
    assert_eq!(paths, ["/paths/~1lst/get/summary"]);
    assert_eq!((here, mine), (list("/lst", "get", "b"), moved));
    // Both moved it to the same place.
    let (one, other) = (list("/lst", "get", "b"), list("/lst", "get", "a"));
    assert_eq!(settled(&base, &one, &other).1, one);
}

#[test]
fn what_all_operations_of_a_path_share_moves_with_it() {
    let with = |path: &str, shared: &str, more: &str| {
        let mut definition = operations(&[(path, "get", "List", "a"), (path, "post", "Add", "a")]);
        definition["paths"][path]["parameters"] =
            json!([{"name": "tenant", "in": "header", "type": shared}]);
        if !more.is_empty() {
            definition["paths"][more] = json!({"get": {"operationId": "New"}});
        }
        definition
    };
    let base = with("/list", "string", "");
    let (moved, edited) = (with("/lst", "string", "/new"), with("/list", "integer", ""));
    let wanted = with("/lst", "integer", "/new");
    for (mine, theirs) in [(&moved, &edited), (&edited, &moved)] {
        let (paths, here, _) = settled(&base, mine, theirs);
        assert_eq!(paths, Vec::<String>::new());
        assert_eq!(here, wanted);
    }
}

#[test]
fn what_the_operations_of_a_path_share_is_kept_where_the_other_side_adds_one() {
    let with = |path: &str| {
        let mut definition = operations(&[(path, "get", "List", "a"), (path, "post", "Add", "a")]);
        definition["paths"][path]["parameters"] =
            json!([{"name": "tenant", "in": "header", "type": "string"}]);
        definition
    };
    let (base, moved, mut added) = (with("/list"), with("/lst"), with("/list"));
    added["paths"]["/list"]["put"] = json!({"operationId": "New"});
    for (mine, theirs) in [(&moved, &added), (&added, &moved)] {
        let (places, here, _) = settled(&base, mine, theirs);
        assert_eq!(places, Vec::<String>::new());
        assert_eq!(here["paths"]["/lst"], moved["paths"]["/lst"]);
        let stayed = &here["paths"]["/list"];
        assert_eq!(stayed["put"], json!({"operationId": "New"}));
        assert_eq!(stayed["parameters"], base["paths"]["/list"]["parameters"]);
    }
}

#[test]
fn operations_that_change_places_keep_what_the_other_side_did_to_them() {
    let base = operations(&[("/a", "get", "A", "a"), ("/b", "get", "B", "b")]);
    let swapped = operations(&[("/a", "get", "B", "b"), ("/b", "get", "A", "a")]);
    let edited = operations(&[("/a", "get", "A", "new"), ("/b", "get", "B", "b")]);
    let wanted = operations(&[("/a", "get", "B", "b"), ("/b", "get", "A", "new")]);
    for (mine, theirs) in [(&swapped, &edited), (&edited, &swapped)] {
        let (paths, here, _) = settled(&base, mine, theirs);
        assert_eq!((paths, here), (Vec::new(), wanted.clone()));
    }
}

#[test]
fn an_operation_that_both_sides_move_to_different_places_stands_once() {
    let list = |path: &str| operations(&[(path, "get", "List", "a")]);
    let (base, mine, theirs) = (list("/list"), list("/lst"), list("/all"));
    let (paths, here, chosen) = settled(&base, &mine, &theirs);
    assert_eq!(paths, ["/paths/~1lst", "/paths/~1all"]);
    assert_eq!((&here, &chosen), (&theirs, &mine));
    // Its new place is another one's on the other side.
    let taken = operations(&[("/list", "get", "List", "b"), ("/lst", "get", "New", "n")]);
    let (paths, here, _) = settled(&base, &mine, &taken);
    assert!(!paths.is_empty());
    assert_eq!(here, taken);
}

#[test]
fn one_id_that_both_sides_give_is_a_conflict() {
    let paths = |extra: Value| {
        let mut paths =
            json!({"/a": {"get": {"operationId": "A"}}, "/b": {"get": {"operationId": "B"}}});
        for (path, item) in extra.as_object().unwrap() {
            paths[path] = item.clone();
        }
        definition(&paths, &json!({}))
    };
    let item = |verb: &str, id: &str| json!({verb: {"operationId": id}});
    let base = paths(json!({}));
    for (mine, theirs, place) in [
        (
            json!({"/c": item("get", "N")}),
            json!({"/d": item("get", "N")}),
            "/paths/~1c",
        ),
        (
            json!({"/a": item("get", "N")}),
            json!({"/b": item("get", "N")}),
            "/paths/~1a/get/operationId",
        ),
    ] {
        let (mine, theirs) = (paths(mine), paths(theirs));
        let (places, here, _) = settled(&base, &mine, &theirs);
        assert_eq!(places, [place]);
        assert_eq!(here, theirs);
    }
    let (mine, theirs) = (
        paths(json!({"/c": item("get", "C")})),
        paths(json!({"/d": item("get", "D")})),
    );
    assert!(settled(&base, &mine, &theirs).0.is_empty());
}

#[test]
fn a_schema_that_one_side_deletes_and_the_other_refers_to_is_a_conflict() {
    let part = json!({"type": "object"});
    let base = definition(&json!({}), &json!({"Part": part, "Other": part}));
    let deleted = definition(&json!({}), &json!({"Other": part}));
    let refers = json!({"Part": part, "Other": part, "New": {"$ref": "#/definitions/Part"}});
    let refers = definition(&json!({}), &refers);
    let (places, here, _) = settled(&base, &deleted, &refers);
    assert_eq!(places, ["/definitions/Part"]);
    assert_eq!(here, refers);
    let (places, here, mine) = settled(&base, &refers, &deleted);
    assert_eq!(places, ["/definitions/Part"]);
    assert_eq!(here["definitions"].get("Part"), None);
    assert_eq!(mine, refers);
    // What both lack, or one side lacked before, is no matter of the merge.
    let broken = definition(
        &json!({}),
        &json!({"Other": {"$ref": "#/definitions/Part"}}),
    );
    assert!(settled(&deleted, &broken, &deleted).0.is_empty());
}

#[test]
fn what_one_side_deletes_and_the_other_names_is_a_conflict() {
    let operation = |more: Value| {
        let mut operation = json!({"operationId": "A"});
        for (key, value) in more.as_object().unwrap() {
            operation[key] = value.clone();
        }
        let list = json!({"get": {"operationId": "List"}});
        let mut all = definition(&json!({"/a": {"get": operation}, "/b": list}), &json!({}));
        all["securityDefinitions"] = json!({"key": {"type": "basic"}, "other": {"type": "basic"}});
        all
    };
    let base = operation(json!({}));
    let asks = operation(json!({"parameters": [{
        "name": "q", "in": "query", "x-ms-dynamic-values": {"operationId": "List"}
    }]}));
    let mut deleted = base.clone();
    deleted["paths"].as_object_mut().unwrap().shift_remove("/b");
    let requires = operation(json!({"security": [{"key": []}]}));
    let mut open = base.clone();
    open["securityDefinitions"] = json!({"other": {"type": "basic"}});
    for (gone, names, place) in [
        (&deleted, &asks, "/paths/~1b/get"),
        (&open, &requires, "/securityDefinitions/key"),
    ] {
        let (places, here, _) = settled(&base, gone, names);
        assert_eq!(places, [place]);
        assert_eq!(&here, names, "what theirs has stands");
        assert_eq!(settled(&base, names, gone).0, [place]);
    }
}

#[test]
fn two_bodies_for_one_operation_are_a_conflict() {
    let with = |name: &str| {
        let body = json!({"name": name, "in": "body", "schema": {"type": "object"}});
        let post = json!({"post": {"operationId": "Add", "parameters": [body]}});
        definition(&json!({"/a": post}), &json!({}))
    };
    let (base, mine, theirs) = (with("body"), with("mine"), with("theirs"));
    let (places, here, settled) = settled(&base, &mine, &theirs);
    assert_eq!(places, ["/paths/~1a/post/parameters/0"]);
    assert_eq!((&here, &settled), (&theirs, &mine));
    let mut none = base;
    none["paths"]["/a"]["post"]["parameters"] = json!([]);
    let (places, here, settled) = super::whole::settled(&none, &mine, &theirs);
    assert_eq!(places, ["/paths/~1a/post/parameters"]);
    assert_eq!((here, settled), (theirs, mine));
}
