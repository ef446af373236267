//! What the server says to people when it refuses or fails, in the languages of the app. Who a request comes from has
//! chosen the language (`http::language`); what has no such person (the command line, the log at the start) is English.

pub(crate) mod calls;
pub(crate) mod egress;
pub(crate) mod requests;
pub(crate) mod services;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests;
