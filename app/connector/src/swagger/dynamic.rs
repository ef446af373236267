//! Dynamic values, lists, schemas, properties and trees: what another operation supplies while a
//! flow is designed (spec sections D.3 and D.4).

use serde_json::Value;

use crate::document::Path;

/// What is supplied, and in which style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DynamicKind {
    /// `x-ms-dynamic-values`: choices, in the older style.
    Values,
    /// `x-ms-dynamic-list`: choices, in the newer style.
    List,
    /// `x-ms-dynamic-schema`: a schema, in the older style.
    Schema,
    /// `x-ms-dynamic-properties`: a schema, in the newer style.
    Properties,
    /// `x-ms-dynamic-tree`: choices that open into more choices.
    Tree,
}

impl DynamicKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Values,
        Self::List,
        Self::Schema,
        Self::Properties,
        Self::Tree,
    ];

    /// The key in a parameter or a schema.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Values => "x-ms-dynamic-values",
            Self::List => "x-ms-dynamic-list",
            Self::Schema => "x-ms-dynamic-schema",
            Self::Properties => "x-ms-dynamic-properties",
            Self::Tree => "x-ms-dynamic-tree",
        }
    }

    pub(super) fn items_key(self) -> &'static str {
        match self {
            Self::Values => "value-collection",
            _ => "itemsPath",
        }
    }

    pub(super) fn value_key(self) -> &'static str {
        match self {
            Self::Values | Self::Schema => "value-path",
            _ => "itemValuePath",
        }
    }

    pub(super) fn title_key(self) -> &'static str {
        match self {
            Self::Values => "value-title",
            _ => "itemTitlePath",
        }
    }

    pub(super) fn is_older(self) -> bool {
        matches!(self, Self::Values | Self::Schema)
    }
}

/// Where what is supplied comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// The operation of this id.
    Operation(&'a str),
    /// A capability of the connector, such as `file-picker`.
    Capability(&'a str),
    /// An operation of the platform.
    BuiltIn(&'a str),
}

/// What an argument of the operation is.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument<'a> {
    /// Always this value.
    Literal(&'a Value),
    /// The value of a parameter, by its name or path.
    Reference(&'a str),
    /// What was picked one level up, of a tree: the path to it.
    Selected(&'a str),
}

/// A call of an operation that supplies something.
#[derive(Clone, Debug)]
pub struct Dynamic<'a> {
    kind: DynamicKind,
    json: &'a Value,
    path: Path,
}

/// What a path of a call leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DynamicPath {
    /// The list in the answer.
    Items,
    /// The value of an item, or the schema in the answer.
    Value,
    /// The title of an item.
    Title,
}

/// What a parameter or a schema at `path` has of these; a tree's calls are [`Dynamic::open`] and
/// [`Dynamic::browse`].
#[must_use]
pub fn dynamics<'a>(holder: &'a Value, path: &Path) -> Vec<Dynamic<'a>> {
    let found = DynamicKind::ALL.into_iter().filter_map(|kind| {
        Some(Dynamic {
            kind,
            json: holder.get(kind.key()).filter(|json| json.is_object())?,
            path: path.join(kind.key()),
        })
    });
    found.collect()
}

impl<'a> Dynamic<'a> {
    /// What is supplied.
    #[must_use]
    pub fn kind(&self) -> DynamicKind {
        self.kind
    }

    /// The object.
    #[must_use]
    pub fn json(&self) -> &'a Value {
        self.json
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        self.json.get(key).and_then(Value::as_str)
    }

    fn part(&self, key: &str) -> Option<Self> {
        Some(Self {
            kind: self.kind,
            json: self.json.get(key).filter(|json| json.is_object())?,
            path: self.path.join(key),
        })
    }

    /// The call that supplies the first level of a tree.
    #[must_use]
    pub fn open(&self) -> Option<Self> {
        self.part("open")
    }

    /// The call that supplies what is below something picked, of a tree.
    #[must_use]
    pub fn browse(&self) -> Option<Self> {
        self.part("browse")
    }

    /// Where it comes from.
    #[must_use]
    pub fn source(&self) -> Option<Source<'a>> {
        let capability = || self.text("capability").map(Source::Capability);
        let built_in = || self.text("builtInOperation").map(Source::BuiltIn);
        let operation = self.text("operationId").map(Source::Operation);
        operation.or_else(capability).or_else(built_in)
    }

    /// What names where it comes from; empty where it is not said.
    #[must_use]
    pub fn source_name(&self) -> &'a str {
        match self.source() {
            Some(Source::Operation(name) | Source::Capability(name) | Source::BuiltIn(name)) => {
                name
            }
            None => "",
        }
    }

    /// The arguments of the call, by name, in its order.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'a str, Argument<'a>)> {
        let members = self.json.get("parameters").and_then(Value::as_object);
        let members = members.into_iter().flatten();
        members
            .map(|(name, value)| (name.as_str(), self.argument(value)))
            .collect()
    }

    fn argument(&self, value: &'a Value) -> Argument<'a> {
        let text = |key| value.get(key).and_then(Value::as_str);
        if let Some(path) = text("selectedItemValuePath") {
            return Argument::Selected(path);
        }
        if let Some(path) = text("parameterReference").or_else(|| text("parameter")) {
            return Argument::Reference(path);
        }
        match value.get("value") {
            Some(literal) if !self.kind.is_older() => Argument::Literal(literal),
            _ => Argument::Literal(value),
        }
    }

    pub(super) fn path_key(&self, path: DynamicPath) -> &'static str {
        match path {
            DynamicPath::Items => self.kind.items_key(),
            DynamicPath::Value => self.kind.value_key(),
            DynamicPath::Title => self.kind.title_key(),
        }
    }

    /// What tells of an item of a tree whether there can be items in it (`itemIsParent`): `true`, `false`, a path
    /// into the item, or a comparison such as `IsFolder eq true`.
    #[must_use]
    pub fn parent_rule(&self) -> Option<&'a str> {
        self.text("itemIsParent")
    }

    /// Where an item of a tree has its whole title, with those of the items that it is in (`itemFullTitlePath`).
    #[must_use]
    pub fn full_title_path(&self) -> Option<&'a str> {
        self.text("itemFullTitlePath")
    }

    /// What can be selected in a tree (`settings`): items that others can be in, and items that none are in. Where
    /// it is not said, the latter alone.
    #[must_use]
    pub fn selectable(&self) -> (bool, bool) {
        let settings = self.json.get("settings");
        let flag = |key| settings.and_then(|settings| settings.get(key)?.as_bool());
        (
            flag("canSelectParentNodes").unwrap_or(false),
            flag("canSelectLeafNodes").unwrap_or(true),
        )
    }

    /// A path into the answer; none where it is not said.
    #[must_use]
    pub fn answer_path(&self, path: DynamicPath) -> Option<&'a str> {
        self.text(self.path_key(path))
    }
}
