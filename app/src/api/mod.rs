//! What pages ask of the server: the types that travel, and thin server functions over
//! [`crate::backend::Backend`]. They are public endpoints; the backend checks who asks.

pub mod calls;
pub mod connection_list;
pub mod connections;
pub mod connectors;
pub mod drafts;
pub mod environments;
pub mod imports;
pub mod people;
pub mod runs;
pub mod search;
pub mod security;
pub mod sign_in;
pub mod versions;
