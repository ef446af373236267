//! Objects and arrays as rows of named values, so that two versions of one can be laid side by side.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::Step;

/// What names a value in its row: the key of a member, or what tells an item from the others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Name {
    text: String,
    /// How many items before it have the same name.
    twin: usize,
}

/// The members that tell objects of an array apart, in the order in which they are looked for.
const TELLING: [&str; 7] = [
    "$ref",
    "operationId",
    "templateId",
    "propertyName",
    "name",
    "id",
    "value",
];

/// An object or an array as a row.
pub(crate) struct Row<'v> {
    pub(crate) names: Vec<Name>,
    pub(crate) values: Vec<&'v Value>,
    pub(crate) is_object: bool,
}

impl<'v> Row<'v> {
    /// The row of an object or an array; none of anything else.
    pub(crate) fn of(value: &'v Value) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self::of_object(members)),
            Value::Array(items) => Some(Self::of_array(items)),
            _ => None,
        }
    }

    fn of_object(members: &'v Map<String, Value>) -> Self {
        let name = |key: &String| Name {
            text: key.clone(),
            twin: 0,
        };
        Self {
            names: members.keys().map(name).collect(),
            values: members.values().collect(),
            is_object: true,
        }
    }

    fn of_array(items: &'v [Value]) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let name = |item: &Value| {
            let text = name_of(item);
            let count = counts.entry(text.clone()).or_default();
            let twin = *count;
            *count += 1;
            Name { text, twin }
        };
        Self {
            names: items.iter().map(name).collect(),
            values: items.iter().collect(),
            is_object: false,
        }
    }

    /// The places of all names.
    pub(crate) fn places(&self) -> HashMap<&Name, usize> {
        self.names
            .iter()
            .enumerate()
            .map(|(place, name)| (name, place))
            .collect()
    }
}

impl Name {
    /// The step of a member; of an item it must be told from its row.
    pub(crate) fn key(&self) -> Step {
        Step::Key(self.text.clone())
    }

    /// Whether it is the name of an item that nothing but all that it says tells from the others.
    pub(crate) fn is_whole_item(&self) -> bool {
        // What tells items apart has a kind, and `\0` after it; JSON text holds no plain `\0`.
        !self.text.contains('\0')
    }
}

/// An item without the members that tell it from the others; none where all that it says does.
pub(crate) fn untold(item: &Value) -> Option<Map<String, Value>> {
    let mut members = item.as_object()?.clone();
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    let told: &[&str] = if text("name").is_some() && text("in").is_some() {
        &["name", "in"]
    } else {
        match *TELLING.iter().find(|key| text(key).is_some())? {
            // Instances of one template are told apart by their titles.
            "templateId" => &["title"],
            key => &[key],
        }
    };
    members.retain(|key, _| !told.contains(&key.as_str()));
    Some(members)
}

/// What tells an item from the others: its name and location, a telling member, or all that it says.
fn name_of(item: &Value) -> String {
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    if let (Some(name), Some(location)) = (text("name"), text("in")) {
        return format!("in\0{location}\0{name}");
    }
    match TELLING.iter().find_map(|key| Some((key, text(key)?))) {
        Some((&"templateId", id)) => {
            format!("templateId\0{id}\0{}", text("title").unwrap_or_default())
        }
        Some((key, told)) => format!("{key}\0{told}"),
        None => item.to_string(),
    }
}

/// Which of these places, each another one, can stay where they are if the others move: a longest
/// ascending row of them.
pub(crate) fn staying(places: &[usize]) -> Vec<bool> {
    // `tails[n]` is the index of the least place that ends an ascending row of n + 1.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (index, place) in places.iter().enumerate() {
        let at = tails.partition_point(|tail| places.get(*tail) < Some(place));
        before.push(at.checked_sub(1).and_then(|last| tails.get(last).copied()));
        match tails.get_mut(at) {
            Some(tail) => *tail = index,
            None => tails.push(index),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut next = tails.last().copied();
    while let Some(index) = next {
        if let Some(stay) = stays.get_mut(index) {
            *stay = true;
        }
        next = before.get(index).copied().flatten();
    }
    stays
}
