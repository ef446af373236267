//! Folders and requests, gone through in their order.

use serde_json::Value;

use super::request::{Around, call};
use super::variables::Variables;
use super::{auth, description, note_scripts, text};
use crate::ledger::{Fate, Ledger};
use crate::message::{message, phrase};
use crate::read::calls::Call;
use crate::read::naming::{Noun, counted};

/// The deepest folder whose requests are read.
const REQUESTS: Noun = Noun(phrase!("request"), phrase!("requests"));

const MAX_FOLDERS: usize = 40;

/// What was read of a collection so far.
pub(super) struct Reading<'v> {
    pub(super) variables: &'v Variables<'v>,
    pub(super) calls: Vec<Call>,
    /// The folders with what is said of each.
    pub(super) folders: Vec<(String, String)>,
    pub(super) ledger: Ledger,
}

impl<'v> Reading<'v> {
    /// Nothing was read yet.
    pub(super) fn new(variables: &'v Variables<'v>) -> Self {
        Self {
            variables,
            calls: Vec::new(),
            folders: Vec::new(),
            ledger: Ledger::default(),
        }
    }

    /// Reads a collection of format 2.
    pub(super) fn collection(&mut self, collection: &Value, pointer: &str) {
        note_scripts(collection, pointer, &mut self.ledger);
        let around = Around {
            folder: None,
            sign_in: auth::sign_in(collection.get("auth"), self.variables),
        };
        self.items(collection, pointer, &around, 0);
    }

    fn items(&mut self, of: &Value, pointer: &str, around: &Around, depth: usize) {
        let items = of.get("item").and_then(Value::as_array);
        for (index, item) in items.into_iter().flatten().enumerate() {
            let pointer = format!("{pointer}/item/{index}");
            if item.get("item").is_some_and(Value::is_array) {
                self.folder(item, &pointer, around, depth + 1);
            } else if item
                .get("request")
                .is_some_and(|request| !request.is_null())
            {
                self.request(item, &pointer, around);
            } else {
                let message = message!("It is neither a request nor a folder: it is left out.");
                self.ledger.enter(pointer, Fate::Dropped, message);
            }
        }
    }

    /// Reads the request of an item.
    pub(super) fn request(&mut self, item: &Value, pointer: &str, around: &Around) {
        note_scripts(item, pointer, &mut self.ledger);
        let call = call(item, pointer, around, self.variables, &mut self.ledger);
        self.calls.push(call);
    }

    fn folder(&mut self, folder: &Value, pointer: &str, around: &Around, depth: usize) {
        if depth > MAX_FOLDERS {
            let left_out = requests(folder);
            self.ledger.operations_in += left_out;
            let message = message!(
                "Folders are nested more than {max_folders} levels deep here: {requests} left out. Move them up.",
                max_folders = MAX_FOLDERS,
                requests = counted(left_out, REQUESTS)
            );
            return self.ledger.enter(pointer, Fate::Dropped, message);
        }
        note_scripts(folder, pointer, &mut self.ledger);
        let own = auth::sign_in(folder.get("auth"), self.variables);
        let within = Around {
            folder: Some(self.enter_folder(folder, around)),
            sign_in: own.or_else(|| around.sign_in.clone()),
        };
        self.items(folder, pointer, &within, depth);
    }

    /// The name of a folder, after those around it.
    pub(super) fn enter_folder(&mut self, folder: &Value, around: &Around) -> String {
        let name = text(folder, "name").filter(|name| !name.trim().is_empty());
        let name = name.unwrap_or_else(|| "Folder".into());
        let name = match &around.folder {
            Some(above) => format!("{above} / {}", name.trim()),
            None => name.trim().to_owned(),
        };
        self.folders.push((name.clone(), description(folder)));
        name
    }
}

/// How many requests are in a folder, however deep: gone through without recursion.
fn requests(folder: &Value) -> usize {
    let mut open = vec![folder];
    let mut count = 0;
    while let Some(folder) = open.pop() {
        for item in folder
            .get("item")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            if item.get("item").is_some_and(Value::is_array) {
                open.push(item);
            } else if item
                .get("request")
                .is_some_and(|request| !request.is_null())
            {
                count += 1;
            }
        }
    }
    count
}
