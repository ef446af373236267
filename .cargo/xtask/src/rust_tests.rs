//! Cargo's tests, with a PostgreSQL of their own beside the embedded SQLite, and with httpbin as a service to call.

use crate::httpbin::Httpbin;
use crate::postgres::Cluster;
use crate::project::Project;
use crate::step::{Failure, execute, step};

/// Runs the tests of every crate.
pub(crate) fn run(project: &Project) -> Result<(), Failure> {
    let httpbin = Httpbin::start(project)?;
    let tested = with_postgres(project, &httpbin);
    let stopped = httpbin.stop();
    tested.and(stopped)
}

fn with_postgres(project: &Project, httpbin: &Httpbin) -> Result<(), Failure> {
    let cluster = step("start PostgreSQL for the store tests", Cluster::start)?;
    let tests = step("run the tests of the crates", || {
        let mut cargo = project.cargo(&["test", "--workspace", "--features=tenon-app/ssr"]);
        cargo.env("TEST_DATABASE_URL", cluster.url());
        execute(cargo.env("TEST_HTTPBIN", httpbin.url()))
    });
    let stopped = cluster.stop();
    tests.and(stopped)
}
