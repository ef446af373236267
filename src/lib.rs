//! Tenon's server and command line: everything that touches disk, network and clock.

pub mod cli;
pub mod config;
pub mod egress;
pub mod http;
pub mod keys;
pub mod runtime;
pub mod sample;
pub mod service;
pub mod state;
pub mod store;
pub mod telemetry;
mod texts;
pub mod vault;
