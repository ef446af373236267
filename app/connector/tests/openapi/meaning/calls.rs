//! The calls, written down for a judge from outside (`cargo xtask judge`): a file for each description in the folder
//! that `TENON_CALLS` names, with the description itself.

use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use tenon_connector::request::PreparedRequest;

/// The calls of one description.
pub(super) struct Calls {
    /// Where they are written; none where nobody asks for them.
    file: Option<PathBuf>,
    calls: Vec<Value>,
}

impl Calls {
    pub(super) fn of(name: &str) -> Self {
        let folder = std::env::var_os("TENON_CALLS").map(PathBuf::from);
        Self {
            file: folder.map(|folder| folder.join(format!("{name}.calls.json"))),
            calls: Vec::new(),
        }
    }

    /// Adds a call of the operation at this path. What stands before the path is the server's.
    pub(super) fn add(&mut self, path: &str, request: &PreparedRequest) {
        if self.file.is_none() {
            return;
        }
        let url = request.url.split('#').next().unwrap_or_default();
        let (before, query) = url.split_once('?').unwrap_or((url, ""));
        // What is sent for a parameter has no slash that is not encoded.
        let path_alone = path.split(['?', '#']).next().unwrap_or_default();
        let segments: Vec<&str> = before.split('/').collect();
        let own = segments
            .len()
            .saturating_sub(path_alone.matches('/').count());
        let target = format!("/{}", segments[own..].join("/"));
        let target = if query.is_empty() {
            target
        } else {
            format!("{target}?{query}")
        };
        self.calls.push(json!({
            "path": path,
            "method": request.method.verb(),
            "target": target,
            "headers": request.headers,
            "body": request.body.as_ref().map(|body| BASE64.encode(body)),
        }));
    }

    pub(super) fn write(self, description: &Value) {
        if let Some(file) = self.file {
            let content = json!({ "description": description, "calls": self.calls });
            std::fs::write(file, content.to_string()).unwrap();
        }
    }
}
