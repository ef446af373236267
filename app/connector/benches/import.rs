//! How long an import takes and how much memory it needs, beside a bare parse by `serde_json`:
//! `cargo bench -p tenon-connector --all-features --bench import`. On Linux, times are those of the processor, so that
//! other work on the machine counts little.
//!
//! A description of 13 MB and 1,100 operations (goal: 0.45 s, 250 MiB, at most four times the parse), one of 20 MB and
//! 16,500 schemas (1 s, 400 MiB), and 700 documents (1 s for 58 MB) of the corpus that `TENON_CORPUS` names, each as often
//! as it takes to have so many.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads files and the clock, says its result on the terminal and stops when something is wrong"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tenon_connector::read::read;

const ROUNDS: usize = 5;
/// How many documents a batch has.
const BATCH: usize = 700;
const MIB: usize = 1024 * 1024;

/// The system's allocator, which counts what is in use and what was at most.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static AT_MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it is; only numbers are kept beside.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = IN_USE.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        AT_MOST.fetch_max(now, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    // Test runs call every target; only a measurement is worth its time.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!(
        "{:>44} {:>9} {:>9} {:>6} {:>9} {:>9}",
        "", "parse", "import", "ratio", "MiB", "parse MiB"
    );
    let large =
        |name: &str, text: String| compare(name, &[("large.json".to_owned(), text.into_bytes())]);
    large("1,100 operations", operations());
    large("16,500 schemas", schemas());
    if let Some(corpus) = std::env::var_os("TENON_CORPUS") {
        let documents = batch(Path::new(&corpus));
        compare(&format!("{} documents", documents.len()), &documents);
    }
}

/// What it takes to parse and to import these documents, one after the other.
fn compare(name: &str, documents: &[(String, Vec<u8>)]) {
    let bytes: usize = documents.iter().map(|(_, bytes)| bytes.len()).sum();
    let (parse, parse_peak) = measure(|| {
        for (_, bytes) in documents {
            let _ = black_box(serde_json::from_slice::<Value>(bytes));
        }
    });
    let (import, peak) = measure(|| {
        for (name, bytes) in documents {
            let _ = black_box(read(name, bytes));
        }
    });
    let ratio = import.as_secs_f64() / parse.as_secs_f64();
    let name = format!("{name}, {:.1} MB", bytes as f64 / 1e6);
    println!(
        "{name:>44} {parse:>9.2?} {import:>9.2?} {ratio:>6.2} {:>9} {:>9}",
        peak / MIB,
        parse_peak / MIB
    );
}

/// The median time, and the most bytes that were in use beyond those before.
fn measure(mut work: impl FnMut()) -> (Duration, usize) {
    let before = IN_USE.load(Ordering::Relaxed);
    AT_MOST.store(before, Ordering::Relaxed);
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let (start, busy) = (Instant::now(), busy());
            work();
            busy.zip(self::busy())
                .map_or_else(|| start.elapsed(), |(before, after)| after - before)
        })
        .collect();
    times.sort_unstable();
    let peak = AT_MOST.load(Ordering::Relaxed).saturating_sub(before);
    (times[times.len() / 2], peak)
}

/// How long this thread was on a processor; none where the system does not say so.
fn busy() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

const WORDS: &str = "What it is, how it is written, and what becomes of it when somebody leaves it out of the call. ";

fn property(number: usize) -> Value {
    let description = format!("{WORDS}Property {number}.");
    match number % 5 {
        0 => json!({ "type": ["string", "null"], "description": description }),
        1 => json!({ "type": "integer", "format": "int64", "description": description }),
        2 => json!({ "type": "array", "items": { "type": "string" }, "description": description }),
        3 => {
            json!({ "$ref": format!("#/components/schemas/S{}", number % 100), "description": description })
        }
        _ => {
            json!({ "type": "string", "enum": ["one", "two", "three"], "description": description })
        }
    }
}

fn object(from: usize, count: usize) -> Value {
    let properties = (from..from + count).map(|n| (format!("property{n}"), property(n)));
    json!({ "type": "object", "properties": Value::Object(properties.collect()), "required": [format!("property{from}")] })
}

fn document(paths: Value, schemas: Value) -> String {
    json!({
        "openapi": "3.1.0", "info": { "title": "Large", "version": "1" },
        "servers": [{ "url": "https://api.example.com/v1" }],
        "paths": paths, "components": { "schemas": schemas }
    })
    .to_string()
}

fn operations() -> String {
    let paths = (0..1100).map(|number| {
        let parameters: Vec<Value> = (0..16)
            .map(|n| json!({ "name": format!("p{n}"), "in": "query", "description": WORDS.repeat(2), "schema": { "type": "string", "maxLength": 40 } }))
            .collect();
        let body = |from| json!({ "description": "OK", "content": { "application/json": { "schema": object(from, 17) } } });
        let operation = json!({
            "operationId": format!("Operation{number}"), "summary": "Do it", "description": WORDS.repeat(6),
            "parameters": parameters, "requestBody": body(number), "responses": { "200": body(number + 1), "4XX": { "description": "Wrong" } }
        });
        (format!("/things/{number}"), json!({ "post": operation }))
    });
    let schemas = (0..100).map(|n| (format!("S{n}"), object(n, 4)));
    document(
        Value::Object(paths.collect()),
        Value::Object(schemas.collect()),
    )
}

fn schemas() -> String {
    let schemas = (0..16_500).map(|n| (format!("S{n}"), object(n, 7)));
    document(json!({}), Value::Object(schemas.collect()))
}

fn batch(corpus: &Path) -> Vec<(String, Vec<u8>)> {
    let folders = ["openapi30", "openapi31", "openapi32", "postman"];
    let entries = folders
        .iter()
        .flat_map(|folder| fs::read_dir(corpus.join(folder)).unwrap());
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let files = paths.iter().map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read(path).unwrap())
    });
    let mut files: Vec<_> = files.collect();
    // A batch is many documents of everyday size, not a few of the largest many times.
    files.retain(|(_, bytes)| bytes.len() < 600_000);
    files.iter().cycle().take(BATCH).cloned().collect()
}
