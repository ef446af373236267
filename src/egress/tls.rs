//! The cryptography of secure connections: that of *ring*, with an ear for the moment at which a connection begins to be
//! encrypted. The HTTP client makes TCP and TLS in one step and tells of neither apart.

use rustls::crypto::ring::{default_provider, kx_group};
use rustls::crypto::{ActiveKeyExchange, CryptoProvider, SupportedKxGroup};
use rustls::{Error, NamedGroup};

use super::phases::encryption_begins;

/// A group of keys: a key of the first one is part of the first word that a client says.
#[derive(Debug)]
struct TimedGroup(&'static dyn SupportedKxGroup);

impl SupportedKxGroup for TimedGroup {
    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        encryption_begins();
        self.0.start()
    }

    fn name(&self) -> NamedGroup {
        self.0.name()
    }

    fn fips(&self) -> bool {
        self.0.fips()
    }
}

static X25519: TimedGroup = TimedGroup(kx_group::X25519);
static SECP256R1: TimedGroup = TimedGroup(kx_group::SECP256R1);
static SECP384R1: TimedGroup = TimedGroup(kx_group::SECP384R1);

/// The cryptography, with the groups of *ring* in its order.
pub(super) fn provider() -> CryptoProvider {
    CryptoProvider {
        kx_groups: vec![&X25519, &SECP256R1, &SECP384R1],
        ..default_provider()
    }
}

#[cfg(test)]
mod tests {
    use rustls::crypto::ring::default_provider;

    use super::provider;

    #[test]
    fn no_group_is_missing_and_the_order_is_as_it_was() {
        let names = |groups: Vec<&dyn rustls::crypto::SupportedKxGroup>| -> Vec<_> {
            groups.iter().map(|group| group.name()).collect()
        };
        let own = names(provider().kx_groups);
        assert_eq!(own, names(default_provider().kx_groups));
    }
}
