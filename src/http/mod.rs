//! The server's face: routes, the layers around them, and what is not a page.

pub mod assets;
mod cross_site;
mod gate;
mod health;
mod language;
mod oauth;
mod packages;
mod problem;
pub mod router;
mod security_headers;
#[cfg(test)]
mod tests;
