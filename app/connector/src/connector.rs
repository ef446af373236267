//! A connector: definition, properties, icon, custom code, and what else came in its package.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::document::{Action, Document, Edit, EditError, Path, TextError};

/// A part of a connector that edits can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// The Swagger 2.0 document.
    Definition,
    /// `apiProperties.json`.
    Properties,
    /// The icon: one string, the image file in Base64; `null` when there is none.
    Icon,
    /// The custom code: one string; `null` when there is none.
    Script,
    /// The other files of the package (readme, settings, intro): an object of their names with their bytes in
    /// Base64.
    Files,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 5] = [
        Self::Definition,
        Self::Properties,
        Self::Icon,
        Self::Script,
        Self::Files,
    ];
}

/// A connector in memory: a lossless tree for each [`Part`].
#[derive(Clone, Debug, PartialEq)]
pub struct Connector {
    definition: Document,
    properties: Document,
    icon: Document,
    script: Document,
    files: Document,
}

/// A file of a package that Tenon carries along without reading it (readme, settings, intro).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The file's name in the package.
    pub name: String,
    /// Its bytes, in Base64.
    pub content: String,
}

/// A connector as it is kept and sent: the text of each part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectorFiles {
    /// The text of the definition.
    pub definition: String,
    /// The text of the properties.
    pub properties: String,
    /// The icon in Base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// The custom code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    /// The other files of the package.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

fn file_tree(files: &[Attachment]) -> Document {
    let entry = |file: &Attachment| (file.name.clone(), Value::String(file.content.clone()));
    Document::new(Value::Object(files.iter().map(entry).collect()))
}

/// An edit that did not fit, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The edit.
    pub edit: Edit,
    /// Why.
    pub error: EditError,
}

impl Connector {
    /// A connector of these documents, with no icon, code or other files.
    #[must_use]
    pub fn new(definition: Document, properties: Document) -> Self {
        Self {
            definition,
            properties,
            icon: Document::new(Value::Null),
            script: Document::new(Value::Null),
            files: Document::new(json!({})),
        }
    }

    /// The connector that "New connector, blank" makes: the defaults of the original
    /// (spec section A.1).
    #[must_use]
    pub fn blank(title: &str) -> Self {
        let definition = json!({
            "swagger": "2.0",
            "info": { "title": title, "description": "", "version": "1.0" },
            "host": "api.example.com",
            "basePath": "/",
            "schemes": ["https"],
            "consumes": [],
            "produces": [],
            "paths": {},
            "definitions": {},
            "parameters": {},
            "responses": {},
            "securityDefinitions": {},
            "security": [],
            "tags": []
        });
        Self::new(
            Document::new(definition),
            Document::new(Self::blank_properties()),
        )
    }

    /// The properties of a connector that came without any.
    #[must_use]
    pub fn blank_properties() -> Value {
        json!({
            "properties": {
                "connectionParameters": {},
                "iconBrandColor": "#007ee5",
                "capabilities": [],
                "policyTemplateInstances": []
            }
        })
    }

    /// Reads a connector from its kept texts.
    ///
    /// # Errors
    /// When the definition or the properties are not JSON.
    pub fn from_files(files: &ConnectorFiles) -> Result<Self, TextError> {
        let part =
            |text: &Option<String>| Document::new(text.clone().map_or(Value::Null, Value::String));
        Ok(Self {
            definition: Document::parse(&files.definition)?,
            properties: Document::parse(&files.properties)?,
            icon: part(&files.icon),
            script: part(&files.script),
            files: file_tree(&files.attachments),
        })
    }

    /// The texts to keep.
    #[must_use]
    pub fn to_files(&self) -> ConnectorFiles {
        ConnectorFiles {
            definition: self.definition.to_text(),
            properties: self.properties.to_text(),
            icon: self.icon_base64().map(str::to_owned),
            script: self.script().map(str::to_owned),
            attachments: self.attachments(),
        }
    }

    /// The tree of a part.
    #[must_use]
    pub fn part(&self, part: Part) -> &Document {
        match part {
            Part::Definition => &self.definition,
            Part::Properties => &self.properties,
            Part::Icon => &self.icon,
            Part::Script => &self.script,
            Part::Files => &self.files,
        }
    }

    fn part_mut(&mut self, part: Part) -> &mut Document {
        match part {
            Part::Definition => &mut self.definition,
            Part::Properties => &mut self.properties,
            Part::Icon => &mut self.icon,
            Part::Script => &mut self.script,
            Part::Files => &mut self.files,
        }
    }

    /// The root of the definition.
    #[must_use]
    pub fn definition(&self) -> &Value {
        self.definition.root()
    }

    /// The root of the properties document (its only member is usually `properties`).
    #[must_use]
    pub fn properties(&self) -> &Value {
        self.properties.root()
    }

    /// The icon file in Base64.
    #[must_use]
    pub fn icon_base64(&self) -> Option<&str> {
        self.icon.root().as_str()
    }

    /// The bytes of the icon file; none where there is no icon or its Base64 is broken.
    #[must_use]
    pub fn icon(&self) -> Option<Vec<u8>> {
        BASE64.decode(self.icon_base64()?).ok()
    }

    /// The custom code.
    #[must_use]
    pub fn script(&self) -> Option<&str> {
        self.script.root().as_str()
    }

    /// The files of the package that Tenon carries along.
    #[must_use]
    pub fn attachments(&self) -> Vec<Attachment> {
        let files = self.files.root().as_object();
        let files = files.into_iter().flatten();
        files
            .filter_map(|(name, content)| {
                Some(Attachment {
                    name: name.clone(),
                    content: content.as_str()?.to_owned(),
                })
            })
            .collect()
    }

    /// This connector with these files carried along.
    #[must_use]
    pub fn with_attachments(mut self, attachments: Vec<Attachment>) -> Self {
        self.files = file_tree(&attachments);
        self
    }

    /// This connector with this icon file.
    #[must_use]
    pub fn with_icon(mut self, bytes: &[u8]) -> Self {
        self.icon = Document::new(Value::String(BASE64.encode(bytes)));
        self
    }

    /// This connector with this custom code.
    #[must_use]
    pub fn with_script(mut self, text: String) -> Self {
        self.script = Document::new(Value::String(text));
        self
    }

    /// `info.title`, or an empty string.
    #[must_use]
    pub fn title(&self) -> &str {
        Path::of(["info", "title"])
            .get(self.definition())
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// The value at a place.
    #[must_use]
    pub fn get(&self, part: Part, path: &Path) -> Option<&Value> {
        path.get(self.part(part).root())
    }

    /// Applies one edit and returns its inverse.
    ///
    /// # Errors
    /// When the edit does not fit; nothing has changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Edit, EditError> {
        let (path, change) = self.part_mut(edit.part).apply(&edit.path, &edit.change)?;
        Ok(Edit {
            part: edit.part,
            path,
            change,
        })
    }

    /// Applies all edits of an action, or none, and returns its inverse.
    ///
    /// # Errors
    /// The first edit that does not fit; nothing has changed then.
    pub fn apply_action(&mut self, action: &Action) -> Result<Action, Box<Refused>> {
        let mut inverse = Vec::with_capacity(action.edits.len());
        for edit in &action.edits {
            match self.apply(edit) {
                Ok(undo) => inverse.push(undo),
                Err(error) => {
                    for undo in inverse.iter().rev() {
                        // An inverse fits the document that its edit left, so this cannot fail.
                        let _ = self.apply(undo);
                    }
                    return Err(Box::new(Refused {
                        edit: edit.clone(),
                        error,
                    }));
                }
            }
        }
        inverse.reverse();
        Ok(Action::new(action.label.as_str(), inverse))
    }

    /// The edit that makes the value at a place `value`, or removes it; none when it is so already.
    ///
    /// Objects that are missing on the way are made. A new member goes where `order` (the keys in
    /// the order in which the format is written) puts it, else last.
    #[must_use]
    pub fn set(&self, part: Part, path: &Path, value: Option<Value>) -> Option<Edit> {
        self.set_in_order(part, path, value, &[])
    }

    /// [`Connector::set`], with the order of the keys of the object that the value goes into.
    #[must_use]
    pub fn set_in_order(
        &self,
        part: Part,
        path: &Path,
        value: Option<Value>,
        order: &[&str],
    ) -> Option<Edit> {
        let mut before = self.get(part, path).cloned();
        if before == value {
            return None;
        }
        let (mut place, mut after) = (path.clone(), value);
        if before.is_none() {
            while let Some((parent, step)) = place.split_last() {
                if self.get(part, &parent).is_some_and(|v| !v.is_null()) {
                    break;
                }
                let crate::document::Step::Key(key) = step else {
                    return None;
                };
                // By hand: the macro would write numbers anew.
                let around = |value| Value::Object([(key.clone(), value)].into_iter().collect());
                after = after.map(around);
                place = parent;
            }
            before = self.get(part, &place).cloned();
        }
        let at = if before.is_none() {
            self.position(part, &place, order)
        } else {
            None
        };
        Some(Edit {
            part,
            path: place,
            change: crate::document::Change::Put { before, after, at },
        })
    }

    /// Where among the members present the key goes: before the first that follows it in `order`.
    fn position(&self, part: Part, path: &Path, order: &[&str]) -> Option<usize> {
        let (parent, crate::document::Step::Key(key)) = path.split_last()? else {
            return None;
        };
        let rank = |key: &str| order.iter().position(|k| *k == key);
        let own = rank(key)?;
        let members = self.get(part, &parent)?.as_object()?;
        members
            .keys()
            .position(|member| rank(member).is_some_and(|r| r > own))
    }
}
