//! What a call through Tenon costs, beside nginx as a proxy, with a PostgreSQL of its own beside the embedded SQLite.

use std::env;

use crate::postgres::Cluster;
use crate::project::Project;
use crate::step::{Failure, execute, step};
use crate::tools;

/// Builds as it is delivered, measures, and prints the table.
pub(crate) fn run(project: &Project) -> Result<(), Failure> {
    let nginx = tools::nginx(project)?;
    let folders = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(std::iter::once(nginx).chain(env::split_paths(&folders)))
        .map_err(Failure::during("put nginx on the path"))?;
    let arguments = ["bench", "--package=tenon", "--bench=calls"];
    step("build the measurement", || {
        execute(&mut project.cargo(&[&arguments[..], &["--no-run"]].concat()))
    })?;
    let cluster = step("start PostgreSQL for the measurement", Cluster::start)?;
    let measured = step("measure", || {
        let mut cargo = project.cargo(&arguments);
        cargo
            .env("PATH", path)
            .env("TEST_DATABASE_URL", cluster.url());
        execute(&mut cargo)
    });
    let stopped = cluster.stop();
    measured.and(stopped)
}
