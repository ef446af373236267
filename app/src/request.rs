//! What a page knows of the request that it answers.

/// The id under which the server's log has the request. Stands in the context of a page on the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub String);
