//! Whatever the steps do, in whatever order: undoing all of it gives back every byte.

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::document::{Action, Edit, History};
use tenon_connector::general::{self, Field};
use tenon_connector::properties::KeyLocation;
use tenon_connector::security::oauth::IdentityProvider;
use tenon_connector::security::{Security, offer_only, offer_several};

use super::security::way;
use tenon_connector::swagger::{
    Address, Location, Method, OperationKey, OperationText, PARAMETER_TYPES, Parameter,
    ParameterText, Visibility, add_operation, add_parameter, delete_operation, delete_parameter,
    free_operation_id, move_operation, operations, relocate_parameter, rename_parameter,
    set_visibility,
};
use tenon_connector::{Connector, ConnectorFiles};

/// What a maker does next: which control, at which operation and parameter, with which text.
#[derive(Clone, Debug)]
struct Deed {
    control: usize,
    place: usize,
    choice: usize,
    text: String,
}

fn deed() -> impl Strategy<Value = Deed> {
    let text = prop_oneof![
        Just(""),
        Just("a"),
        Just("team"),
        Just("5"),
        Just("true"),
        Just("[1]"),
        Just("/a/{team}"),
        Just("/b?page=1&a"),
        Just("/b"),
        Just("https://api.example.com/v2"),
        Just("é 🧷 \"\\"),
    ];
    (0..CONTROLS, any::<u8>(), any::<u8>(), text).prop_map(|(control, place, choice, text)| Deed {
        control,
        place: usize::from(place),
        choice: usize::from(choice),
        text: text.to_owned(),
    })
}

const CONTROLS: usize = 21;

fn pick<T: Copy>(list: &[T], choice: usize) -> T {
    list[choice % list.len()]
}

impl Deed {
    /// The edits that the control makes; none where it refuses.
    fn edits(&self, connector: &Connector) -> Vec<Edit> {
        match self.control {
            0..=6 => self.edits_of_connector(connector),
            7..=12 => self.edits_of_operation(connector).unwrap_or_default(),
            _ => self.edits_of_parameter(connector).unwrap_or_default(),
        }
    }

    fn on(&self) -> bool {
        self.choice.is_multiple_of(2)
    }

    fn edits_of_connector(&self, connector: &Connector) -> Vec<Edit> {
        let text = &self.text;
        let some = |edit: Option<Edit>| edit.into_iter().collect();
        match self.control {
            0 => {
                let fields = [
                    Field::Title,
                    Field::Host,
                    Field::BrandColour,
                    Field::ContactUrl,
                ];
                some(pick(&fields, self.choice).set(connector, text))
            }
            1 => general::split_url(text)
                .map(|url| general::set_url(connector, &url))
                .unwrap_or_default(),
            2 => general::set_gateway(connector, self.on()),
            3 => some(general::set_icon(
                connector,
                self.on().then(|| text.clone()),
            )),
            4 => some(general::set_script(
                connector,
                self.on().then(|| text.clone()),
            )),
            5 => some(general::set_script_operation(connector, text, self.on())),
            _ if self.choice.is_multiple_of(5) => offer_several(connector),
            _ if self.choice % 5 == 1 => offer_only(connector, way(connector)),
            _ => self.security().set(connector, way(connector)),
        }
    }

    fn security(&self) -> Security {
        let label = self.text.clone();
        match self.choice % 7 {
            4 => Security::windows(),
            5 => Security::OAuth2 {
                provider: IdentityProvider::Entra,
            },
            6 => Security::OAuth2 {
                provider: IdentityProvider::Generic,
            },
            0 => Security::None,
            1 => Security::Basic {
                user_label: label,
                password_label: "Password".to_owned(),
            },
            2 => Security::api_key(),
            _ => Security::ApiKey {
                label,
                name: "key".to_owned(),
                location: KeyLocation::Query,
            },
        }
    }

    fn operation(&self, connector: &Connector) -> Option<OperationKey> {
        let keys: Vec<OperationKey> = operations(connector.definition())
            .map(|operation| operation.key().clone())
            .collect();
        (!keys.is_empty()).then(|| keys[self.place % keys.len()].clone())
    }

    fn edits_of_operation(&self, connector: &Connector) -> Option<Vec<Edit>> {
        let method = pick(&Method::ALL, self.choice);
        if self.control == 7 {
            let address = Address::parse(&self.text).ok()?;
            let id = free_operation_id(connector.definition(), "New");
            let added = add_operation(connector, method, &address, &id, "New");
            return added.ok().map(|(_, edits)| edits);
        }
        let key = self.operation(connector)?;
        let texts = [
            OperationText::Summary,
            OperationText::Description,
            OperationText::OperationId,
        ];
        let edit = match self.control {
            8 | 9 => {
                let address = Address::parse(&self.text).ok()?;
                let moved = move_operation(connector, &key, method, &address);
                return moved.ok().map(|(_, edits)| edits);
            }
            10 => delete_operation(connector, &key),
            11 => pick(&texts, self.choice).set(connector, &key, &self.text),
            _ => set_visibility(connector, &key, pick(&Visibility::ALL, self.choice)),
        };
        Some(edit.into_iter().collect())
    }

    fn edits_of_parameter(&self, connector: &Connector) -> Option<Vec<Edit>> {
        let key = self.operation(connector)?;
        let location = pick(&Location::ALL, self.choice);
        let list = |edit: Option<Edit>| edit.into_iter().collect();
        if self.control == 13 {
            return add_parameter(connector, &key, &self.text, location)
                .ok()
                .map(list);
        }
        let operation = operations(connector.definition()).find(|o| *o.key() == key)?;
        let parameters = operation.parameters();
        let p = parameters.get(self.choice / 4 % parameters.len().max(1))?;
        match self.control {
            14 => rename_parameter(connector, &key, p, &self.text)
                .ok()
                .map(list),
            15 => relocate_parameter(connector, &key, p, location)
                .ok()
                .map(list),
            16 => Some(list(delete_parameter(connector, &key, p.path()))),
            17 => Some(p.set_kind(connector, pick(&PARAMETER_TYPES, self.choice))),
            18 => p.set_default(connector, &self.text).ok().map(list),
            _ => Some(list(self.describe(connector, p))),
        }
    }

    fn describe(&self, connector: &Connector, p: &Parameter<'_>) -> Option<Edit> {
        match self.choice % 4 {
            0 => p.set_text(connector, ParameterText::Summary, &self.text),
            1 => p.set_text(connector, ParameterText::Description, &self.text),
            2 => p.set_visibility(connector, pick(&Visibility::ALL, self.place)),
            _ => p.set_required(connector, self.place.is_multiple_of(2)),
        }
    }
}

/// Connectors to begin with: blank, full, and odd.
fn beginnings() -> Vec<Connector> {
    let full = json!({
        "swagger": "2.0", "info": { "title": "T" }, "host": "h", "x-own": 1.50,
        "paths": {
            "/t/{team}": {
                "parameters": [{ "name": "lang", "in": "header", "type": "string" }, { "$ref": "#/parameters/Team" }],
                "x-own": {},
                "get": { "operationId": "A", "parameters": [{ "$ref": "#/parameters/Page" },
                    { "name": "a", "in": "query", "type": "array", "items": {} }, { "name": "a", "in": "query" }], "responses": {} }
            },
            "/body": { "post": { "parameters": [{ "name": "b", "in": "body", "schema": { "type": "object", "x": [] } }] } }
        },
        "parameters": { "Team": { "name": "team", "in": "path", "type": "string" }, "Page": { "in": "query", "name": "page" } },
        "securityDefinitions": { "k": { "name": "K", "type": "apiKey", "in": "header" } }
    });
    let properties = json!({ "properties": { "connectionParameters": {
        "host": { "type": "string" }, "odd": { "type": "securestring" }, "second": { "type": "securestring" }
    } } });
    let odd = json!({ "paths": { "/a": { "get": { "parameters": [null, 1, {}, { "$ref": "#/x" }], "summary": [] } }, "/b": null },
        "info": [], "schemes": "https", "securityDefinitions": [] });
    let connector = |definition: &Value, properties: &Value| {
        Connector::from_files(&ConnectorFiles {
            definition: serde_json::to_string_pretty(definition)
                .unwrap()
                .replace('\n', "\r\n"),
            properties: properties.to_string(),
            ..ConnectorFiles::default()
        })
        .unwrap()
    };
    vec![
        Connector::blank("Notes"),
        connector(&full, &properties),
        connector(&odd, &json!({ "properties": { "capabilities": "all" } })),
        connector(&json!({}), &json!(null)),
    ]
}

/// Does the deeds one by one, some under one label as typing does, and counts those that changed something.
fn act(connector: &mut Connector, history: &mut History, deeds: &[Deed]) -> usize {
    let mut done = 0;
    for deed in deeds {
        let before = connector.clone();
        let edits = deed.edits(connector);
        let something = !edits.is_empty();
        let label = format!("Control {}", deed.control);
        match history.apply(connector, Action::new(label, edits)) {
            Ok(()) => done += usize::from(something),
            Err(_) => assert_eq!(*connector, before, "a refused action"),
        }
    }
    done
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_gives_back_every_byte(
        start in 0..4usize,
        deeds in prop::collection::vec(deed(), 1..40),
    ) {
        let mut connector = beginnings().swap_remove(start);
        let before = connector.to_files();
        let mut history = History::default();
        act(&mut connector, &mut history, &deeds);
        let after = connector.to_files();
        while history.undo(&mut connector).unwrap().is_some() {}
        prop_assert_eq!(connector.to_files(), before.clone());
        prop_assert!(history.unsaved().is_empty());
        while history.redo(&mut connector).unwrap().is_some() {}
        prop_assert_eq!(connector.to_files(), after);
        while history.undo(&mut connector).unwrap().is_some() {}
        prop_assert_eq!(connector.to_files(), before);
    }

    #[test]
    fn what_is_unsaved_leads_from_the_saved_version_to_the_present_one(
        start in 0..4usize,
        first in prop::collection::vec(deed(), 1..20),
        second in prop::collection::vec(deed(), 1..20),
        undone in 0..30usize,
    ) {
        let mut connector = beginnings().swap_remove(start);
        let mut history = History::default();
        act(&mut connector, &mut history, &first);
        let sent = history.start_save().len();
        let mut saved = connector.clone();
        history.saved(sent);
        act(&mut connector, &mut history, &second);
        for _ in 0..undone {
            history.undo(&mut connector).unwrap();
        }
        for action in history.unsaved() {
            saved.apply_action(&action).unwrap();
        }
        prop_assert_eq!(saved.to_files(), connector.to_files());
    }
}

#[test]
fn every_control_does_something_in_a_long_sitting() {
    let mut connector = beginnings().swap_remove(1);
    let before = connector.to_files();
    let mut history = History::default();
    let texts = [
        "/b?page=1",
        "5",
        "a",
        "https://api.example.com/v2",
        "/c/{team}",
    ];
    let mut idle = Vec::new();
    for control in (0..CONTROLS).filter(|control| *control != 10) {
        let deed = |(n, text): (usize, &&str)| Deed {
            control,
            place: n,
            choice: n + control,
            text: (*text).to_owned(),
        };
        let deeds: Vec<Deed> = texts
            .iter()
            .cycle()
            .take(25)
            .enumerate()
            .map(deed)
            .collect();
        if act(&mut connector, &mut history, &deeds) == 0 {
            idle.push(control);
        }
    }
    assert!(idle.is_empty(), "{idle:?} never did anything");
    while history.undo(&mut connector).unwrap().is_some() {}
    assert_eq!(connector.to_files(), before);
    assert!(history.unsaved().is_empty());
}
