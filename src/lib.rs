//! Tenon's server: all that touches disk, network and clock.

pub mod http;
