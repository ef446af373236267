//! Tenon's pages, components and server functions.
//!
//! One crate, two builds: with `ssr` it renders pages on the server, with `hydrate` it makes them
//! interactive in the browser. The two meet the server at [`backend`] alone.

#![recursion_limit = "512"]
#![allow(
    unreachable_pub,
    reason = "the component macro makes public items of private components"
)]

pub mod api;
pub mod app;
#[cfg(feature = "ssr")]
pub mod backend;
pub mod call;
pub mod components;
mod connection;
pub mod designer;
mod download;
pub mod error;
#[cfg(feature = "hydrate")]
mod hydrate;
pub mod language;
mod later;
mod line;
pub mod pages;
pub mod palette;
pub mod request;
mod resource;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod styleguide;
mod texts;

#[cfg(feature = "ssr")]
pub use texts::findings::of_call;
