//! Calls put together to operations: those of one method and path are one.

use std::collections::BTreeMap;

use super::host::MainHost;
use super::operation::{LeftOut, Operation};
use super::template::Template;
use super::{Call, Source};
use crate::ledger::{Fate, Ledger};
use crate::message::message;
use crate::read::naming::{CALLS, counted};
use crate::swagger::Method;

/// The operations that calls make.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The operations, in the order of their first calls.
    pub(super) operations: Vec<Operation>,
    /// The place of each by its path and method.
    places: BTreeMap<(String, Method), usize>,
    /// How each path is written, by what it is found again by.
    paths: BTreeMap<String, String>,
    left_out: LeftOut,
    /// Calls to other hosts that were left out: how many, and where the first is.
    strangers: BTreeMap<String, (usize, String)>,
}

impl Gathered {
    /// Puts calls together.
    pub(super) fn of(
        source: &Source,
        host: &MainHost,
        calls: Vec<Call>,
        ledger: &mut Ledger,
    ) -> Self {
        let mut gathered = Self::default();
        for call in calls {
            if !source.is_recorded {
                ledger.operations_in += 1;
            }
            gathered.take(source, host, &call, ledger);
        }
        gathered.note(source, ledger);
        ledger.operations_out = gathered.operations.len();
        gathered
    }

    fn take(&mut self, source: &Source, host: &MainHost, call: &Call, ledger: &mut Ledger) {
        let is_main = host.is_host_of(&call.address);
        if source.is_recorded && !is_main {
            let stranger = self.strangers.entry(call.address.host.clone());
            stranger.or_insert_with(|| (0, call.pointer.clone())).0 += 1;
            return;
        }
        let Some(method) = Method::parse(&call.method.to_ascii_lowercase()) else {
            if source.is_recorded {
                ledger.operations_in += 1;
            }
            let message = message!(
                "Swagger 2.0 has no method {method}: it is left out.",
                method = call.method
            );
            return ledger.enter(call.pointer.clone(), Fate::Dropped, message);
        };
        let elsewhere =
            (!is_main).then(|| (call.address.scheme.clone(), call.address.host.clone()));
        let path = host.path_of(&call.address, is_main);
        let key = Template::key(&path);
        let path = self.paths.entry(key.clone()).or_insert(path).clone();
        let place = match self.places.get(&(key.clone(), method)) {
            Some(place) => *place,
            None => {
                if source.is_recorded {
                    ledger.operations_in += 1;
                }
                let operation = Operation::new(call, method, path.clone(), elsewhere.clone());
                self.operations.push(operation);
                self.places.insert((key, method), self.operations.len() - 1);
                self.operations.len() - 1
            }
        };
        let Some(operation) = self.operations.get_mut(place) else {
            return;
        };
        if operation.elsewhere != elsewhere {
            let message = message!(
                "“{method} {path}” is an operation on another host, and a connector has each method and path once: it is left \
                 out.",
                method = call.method,
                path
            );
            return ledger.enter(call.pointer.clone(), Fate::Dropped, message);
        }
        if operation.calls > 0 && !source.is_recorded {
            let message = message!(
                "“{method} {path}” came up before: both are one operation, with the parameters and samples of both.",
                method = call.method,
                path
            );
            ledger.enter(call.pointer.clone(), Fate::Merged, message);
        }
        let names = Template::names(&path);
        let how = (source.is_recorded, source.manner);
        operation.take(call, &names, how, &mut self.left_out, ledger);
    }

    /// Tells once what was left out of many calls.
    fn note(&self, source: &Source, ledger: &mut Ledger) {
        for (host, (count, pointer)) in &self.strangers {
            let message = message!(
                "A connector calls one host: what goes to {host} is left out ({calls}). Import it as a connector of its \
                 own.",
                host,
                calls = counted(*count, CALLS)
            );
            ledger.enter(pointer.clone(), Fate::Dropped, message);
        }
        let together = self.operations.iter().filter(|_| source.is_recorded);
        for operation in together.filter(|operation| operation.calls > 1) {
            let message = message!(
                "{calls} calls have this method and path: they are one operation.",
                calls = operation.calls
            );
            ledger.enter(operation.pointer.clone(), Fate::Merged, message);
        }
        if !self.left_out.headers.is_empty() {
            let names: Vec<&str> = self.left_out.headers.iter().map(String::as_str).collect();
            let message = message!(
                "Whoever makes a call sets these headers by himself: {names}.",
                names = names.join(", ")
            );
            ledger.enter("", Fate::Dropped, message);
        }
        if let Some((count, pointer)) = &self.left_out.cookies {
            let message = message!(
                "Connectors keep no cookies ({calls}). If the API needs one, send a header “Cookie” by a policy.",
                calls = counted(*count, CALLS)
            );
            ledger.enter(pointer.clone(), Fate::Dropped, message);
        }
        if !self.left_out.secrets.is_empty() {
            let names: Vec<&str> = self.left_out.secrets.iter().map(String::as_str).collect();
            let message = message!(
                "Values that look like secrets are not kept: {names}. Enter them in a connection.",
                names = names.join(", ")
            );
            ledger.enter("", Fate::Dropped, message);
        }
    }
}
