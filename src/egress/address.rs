//! What an address is: public, or of a kind that calls do not go to unless an administrator says so.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use thiserror::Error;

use crate::texts::egress as t;

/// A kind of address that calls are not made to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Closed {
    /// `127.0.0.0/8`, `::1`.
    #[error("{}", t::loopback())]
    Loopback,
    /// `10.0.0.0/8` and its like.
    #[error("{}", t::private())]
    Private,
    /// `fc00::/7`.
    #[error("{}", t::unique_local())]
    UniqueLocal,
    /// `169.254.0.0/16`, `fe80::/10`.
    #[error("{}", t::link_local())]
    LinkLocal,
    /// Where clouds answer questions about the machine itself, credentials among the answers.
    #[error("{}", t::metadata())]
    Metadata,
    /// `100.64.0.0/10`.
    #[error("{}", t::shared())]
    Shared,
    /// `224.0.0.0/4`, `ff00::/8`.
    #[error("{}", t::multicast())]
    Multicast,
    /// `0.0.0.0/8`, `::`.
    #[error("{}", t::unspecified())]
    Unspecified,
    /// Set aside for documentation and tests of networks.
    #[error("{}", t::documentation())]
    Documentation,
    /// Everything else that is not the public internet.
    #[error("{}", t::reserved())]
    Reserved,
}

/// Networks of IPv4 that are not the public internet, the narrower before the wider.
const CLOSED_V4: &[([u8; 4], u32, Closed)] = &[
    ([169, 254, 169, 254], 32, Closed::Metadata),
    ([168, 63, 129, 16], 32, Closed::Metadata),
    ([100, 100, 100, 200], 32, Closed::Metadata),
    ([0, 0, 0, 0], 8, Closed::Unspecified),
    ([10, 0, 0, 0], 8, Closed::Private),
    ([100, 64, 0, 0], 10, Closed::Shared),
    ([127, 0, 0, 0], 8, Closed::Loopback),
    ([169, 254, 0, 0], 16, Closed::LinkLocal),
    ([172, 16, 0, 0], 12, Closed::Private),
    ([192, 0, 0, 0], 24, Closed::Reserved),
    ([192, 0, 2, 0], 24, Closed::Documentation),
    ([192, 88, 99, 0], 24, Closed::Reserved),
    ([192, 168, 0, 0], 16, Closed::Private),
    ([198, 18, 0, 0], 15, Closed::Documentation),
    ([198, 51, 100, 0], 24, Closed::Documentation),
    ([203, 0, 113, 0], 24, Closed::Documentation),
    ([224, 0, 0, 0], 4, Closed::Multicast),
    ([240, 0, 0, 0], 4, Closed::Reserved),
];

/// The metadata service of a cloud over IPv6.
const METADATA_V6: Ipv6Addr = Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254);

/// The address that a connection to `address` ends at: IPv4 written as IPv6 is IPv4.
#[must_use]
pub(super) fn canonical(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or(IpAddr::V6(v6), IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

/// Why calls do not go to an address; none for the public internet.
#[must_use]
pub(super) fn closed(address: IpAddr) -> Option<Closed> {
    match canonical(address) {
        IpAddr::V4(v4) => closed_v4(v4),
        IpAddr::V6(v6) => closed_v6(v6),
    }
}

fn closed_v4(address: Ipv4Addr) -> Option<Closed> {
    let is_in = |network: [u8; 4], prefix: u32| {
        let rest = 32 - prefix;
        (u32::from_be_bytes(network) >> rest) == (address.to_bits() >> rest)
    };
    let network = CLOSED_V4
        .iter()
        .find(|(network, prefix, _)| is_in(*network, *prefix));
    network.map(|(_, _, kind)| *kind)
}

fn closed_v6(address: Ipv6Addr) -> Option<Closed> {
    let segments = address.segments();
    let embedded =
        |high: u16, low: u16| Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low));
    match segments {
        _ if address == METADATA_V6 => Some(Closed::Metadata),
        [0, 0, 0, 0, 0, 0, 0, 0] => Some(Closed::Unspecified),
        [0, 0, 0, 0, 0, 0, 0, 1] => Some(Closed::Loopback),
        // Ways to write IPv4 inside IPv6: compatible addresses, NAT64, 6to4.
        [0, 0, 0, 0, 0, 0, high, low] => {
            Some(closed_v4(embedded(high, low)).unwrap_or(Closed::Reserved))
        }
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => closed_v4(embedded(high, low)),
        [0x2002, high, low, ..] => closed_v4(embedded(high, low)),
        [0x2001, 0xdb8, ..] => Some(Closed::Documentation),
        [0x3fff, second, ..] if second < 0x1000 => Some(Closed::Documentation),
        [0x2001, second, ..] if second < 0x200 => Some(Closed::Reserved),
        [first, ..] if first & 0xff00 == 0xff00 => Some(Closed::Multicast),
        [first, ..] if first & 0xffc0 == 0xfe80 => Some(Closed::LinkLocal),
        [first, ..] if first & 0xfe00 == 0xfc00 => Some(Closed::UniqueLocal),
        // The public internet is 2000::/3.
        [first, ..] if first & 0xe000 == 0x2000 => None,
        _ => Some(Closed::Reserved),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::{Closed, closed};

    #[test]
    fn addresses_that_are_not_the_public_internet_are_closed() {
        let cases = [
            ("127.0.0.1", Closed::Loopback),
            ("127.255.255.255", Closed::Loopback),
            ("0.0.0.0", Closed::Unspecified),
            ("0.1.2.3", Closed::Unspecified),
            ("10.0.0.1", Closed::Private),
            ("172.16.0.1", Closed::Private),
            ("172.31.255.255", Closed::Private),
            ("192.168.1.1", Closed::Private),
            ("169.254.1.1", Closed::LinkLocal),
            ("169.254.169.254", Closed::Metadata),
            ("168.63.129.16", Closed::Metadata),
            ("100.100.100.200", Closed::Metadata),
            ("100.64.0.1", Closed::Shared),
            ("192.0.0.192", Closed::Reserved),
            ("192.0.2.1", Closed::Documentation),
            ("198.19.255.255", Closed::Documentation),
            ("203.0.113.9", Closed::Documentation),
            ("224.0.0.1", Closed::Multicast),
            ("255.255.255.255", Closed::Reserved),
            ("::", Closed::Unspecified),
            ("::1", Closed::Loopback),
            ("::ffff:127.0.0.1", Closed::Loopback),
            ("::ffff:10.0.0.1", Closed::Private),
            ("::7f00:1", Closed::Loopback),
            ("::808:808", Closed::Reserved),
            ("2002:7f00:1::", Closed::Loopback),
            ("2002:a00:1::1", Closed::Private),
            ("64:ff9b::a9fe:a9fe", Closed::Metadata),
            ("64:ff9b:1::1", Closed::Reserved),
            ("2001:0:1::1", Closed::Reserved),
            ("2001:db8::1", Closed::Documentation),
            ("3fff:fff::1", Closed::Documentation),
            ("fe80::1", Closed::LinkLocal),
            ("fc00::1", Closed::UniqueLocal),
            ("fd12:3456::1", Closed::UniqueLocal),
            ("fd00:ec2::254", Closed::Metadata),
            ("ff02::1", Closed::Multicast),
            ("fec0::1", Closed::Reserved),
            ("4000::1", Closed::Reserved),
        ];
        for (address, kind) in cases {
            assert_eq!(closed(address.parse().unwrap()), Some(kind), "{address}");
        }
    }

    #[test]
    fn addresses_of_the_public_internet_are_open() {
        let cases = [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "198.17.255.255",
            "223.255.255.255",
            "::ffff:1.1.1.1",
            "64:ff9b::101:101",
            "2606:4700::1111",
            "2a00:1450::1",
        ];
        for address in cases {
            assert_eq!(closed(address.parse().unwrap()), None, "{address}");
        }
    }
}
