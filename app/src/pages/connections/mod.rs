//! Connections: those of the environment that one may use, or all where one administers it, in a list with filters.

mod filter;
mod list;
mod row;

pub use list::ConnectionsPage;
