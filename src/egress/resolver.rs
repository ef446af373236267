//! Names become addresses here, once for each connection, and only addresses that may be called
//! leave: what was checked is what is connected to, whatever the name answers next.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use thiserror::Error;

use super::address::Closed;
use super::phases::looked_up;
use super::rules::EgressRules;

/// The addresses of a name, in time.
pub type Addresses = Pin<Box<dyn Future<Output = std::io::Result<Vec<IpAddr>>> + Send>>;

/// What knows the addresses of names.
pub trait Directory: Send + Sync {
    /// The addresses of a name.
    fn addresses(&self, name: &str) -> Addresses;
}

/// The directory of the machine.
pub(super) struct SystemDirectory;

impl Directory for SystemDirectory {
    fn addresses(&self, name: &str) -> Addresses {
        let name = name.to_owned();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}

/// A name all of whose addresses are closed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{host} is at {address}: {kind}")]
pub(super) struct Refusal {
    pub(super) host: String,
    pub(super) address: IpAddr,
    pub(super) kind: Closed,
}

/// A name without an address.
#[derive(Debug, Error)]
#[error("{host} has no address")]
pub(super) struct Unknown {
    pub(super) host: String,
}

/// Gives out the addresses that may be called.
pub(super) struct GuardedResolver {
    pub(super) rules: Arc<EgressRules>,
    pub(super) directory: Arc<dyn Directory>,
}

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let host = name.as_str().to_owned();
        let asked = self.directory.addresses(&host);
        let rules = Arc::clone(&self.rules);
        Box::pin(async move {
            let begin = Instant::now();
            let found = asked.await;
            looked_up(begin.elapsed());
            let Ok(found) = found else {
                return Err(Unknown { host }.into());
            };
            let open = open_addresses(&rules, &host, &found)?;
            let sockets = open.into_iter().map(|address| SocketAddr::new(address, 0));
            let addresses: Addrs = Box::new(sockets);
            Ok(addresses)
        })
    }
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

fn open_addresses(
    rules: &EgressRules,
    host: &str,
    found: &[IpAddr],
) -> Result<Vec<IpAddr>, BoxError> {
    let mut first_refusal = None;
    let mut open = Vec::new();
    for address in found {
        match rules.check(host, *address) {
            Ok(()) => open.push(*address),
            Err(kind) => {
                first_refusal.get_or_insert_with(|| Refusal {
                    host: host.to_owned(),
                    address: *address,
                    kind,
                });
            }
        }
    }
    match (open.is_empty(), first_refusal) {
        (false, _) => Ok(open),
        (true, Some(refusal)) => Err(refusal.into()),
        (true, None) => Err(Unknown {
            host: host.to_owned(),
        }
        .into()),
    }
}
