//! What a call through Tenon costs, beside the bare service and beside nginx as a proxy: `cargo xtask bench-calls`.
//!
//! One table: calls per second, the times of calls, and what Tenon or nginx adds to them, with 1, 16 and 128
//! connections. A call through Tenon is all of it: the request of the designer with its session, who may do it, the
//! connection's secret, five policies, the call, the response against its definition, the run that is kept, and the
//! answer that tells it all. Then how long it takes to list and filter 10,000 runs. All is on the loopback interface and
//! takes about two minutes. `TEST_DATABASE_URL` names a PostgreSQL; without it there is SQLite alone.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement says its result on the terminal and stops when something is wrong"
)]

mod list;
mod load;
mod nginx;
mod place;

use std::time::Duration;

use load::{Figures, Target};
use nginx::Nginx;
use place::Place;

/// How many connections call at once.
const CONNECTIONS: [usize; 3] = [1, 16, 128];
/// How long a row is measured.
const TIME: Duration = Duration::from_secs(4);

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.iter().any(|argument| argument == place::SERVE) {
        place::serve();
    }
    // Clippy and tests build every target; only a measurement is worth its time.
    if arguments.iter().any(|argument| argument == "--bench") {
        let one = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        one.unwrap().block_on(measure());
    }
}

async fn measure() {
    let nginx = Nginx::start().await;
    println!(
        "{:<24} {:>5} {:>9} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "ms", "conn.", "calls/s", "p50", "p99", "p50 +", "p99 +", "MiB"
    );
    let bare = rows("the service, bare", &nginx.service(), None, || None).await;
    rows("nginx as a proxy", &nginx.proxy(), Some(&bare), || None).await;
    for (name, database) in place::databases().await {
        let place = Place::start(database, nginx.service_port()).await;
        let name = format!("Tenon, {name}");
        rows(&name, &place.call(), Some(&bare), || place.memory()).await;
        place.stop();
    }
    drop(nginx);
    println!();
    list::measure().await;
}

/// The rows of a target, each with another number of connections.
async fn rows(
    name: &str,
    target: &Target,
    bare: Option<&Vec<Figures>>,
    memory: impl Fn() -> Option<u64>,
) -> Vec<Figures> {
    let mut all = Vec::new();
    for (place, connections) in CONNECTIONS.into_iter().enumerate() {
        let figures = load::measure(target, connections, TIME).await;
        let added = bare.map_or([String::new(), String::new()], |bare| {
            let bare = &bare[place];
            [
                milliseconds(figures.p50.saturating_sub(bare.p50)),
                milliseconds(figures.p99.saturating_sub(bare.p99)),
            ]
        });
        let memory = memory().map_or_else(String::new, |mib| mib.to_string());
        println!(
            "{name:<24} {connections:>5} {:>9} {:>8} {:>8} {:>8} {:>8} {memory:>8}",
            figures.per_second,
            milliseconds(figures.p50),
            milliseconds(figures.p99),
            added[0],
            added[1],
        );
        all.push(figures);
    }
    all
}

fn milliseconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64() * 1000.0)
}
