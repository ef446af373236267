//! Cargo's tests, with a PostgreSQL of their own beside the embedded SQLite.

use crate::postgres::Cluster;
use crate::project::Project;
use crate::step::{Failure, execute, step};

/// Runs the tests of every crate.
pub(crate) fn run(project: &Project) -> Result<(), Failure> {
    let cluster = step("start PostgreSQL for the store tests", Cluster::start)?;
    let tests = step("run the tests of the crates", || {
        let mut cargo = project.cargo(&["test", "--workspace", "--features=tenon-app/ssr"]);
        execute(cargo.env("TEST_DATABASE_URL", cluster.url()))
    });
    let stopped = cluster.stop();
    tests.and(stopped)
}
