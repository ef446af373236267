//! Calls over and over on connections that stay open, and how long each took.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How long connections call before anything is counted.
const WARM_UP: Duration = Duration::from_millis(500);

/// What is called: always the same request.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) port: u16,
    /// The request as HTTP/1.1 writes it.
    pub(crate) request: Vec<u8>,
    /// What stands in every good answer.
    pub(crate) expected: &'static str,
}

/// What calls took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    pub(crate) per_second: u64,
    pub(crate) p50: Duration,
    pub(crate) p99: Duration,
}

/// Calls on so many connections for so long.
pub(crate) async fn measure(target: &Target, connections: usize, time: Duration) -> Figures {
    let begin = Instant::now() + WARM_UP;
    let calling: Vec<_> = (0..connections)
        .map(|_| tokio::spawn(call_until(target.clone(), begin, begin + time)))
        .collect();
    let mut times = Vec::new();
    for calls in calling {
        times.extend(calls.await.unwrap());
    }
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    Figures {
        per_second: u64::try_from(times.len()).unwrap() / time.as_secs(),
        p50: at(50),
        p99: at(99),
    }
}

/// The times of the calls of one connection between two moments.
async fn call_until(target: Target, begin: Instant, end: Instant) -> Vec<Duration> {
    let mut stream = TcpStream::connect(("127.0.0.1", target.port))
        .await
        .unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut times, mut buffer) = (Vec::new(), Vec::new());
    loop {
        let asked = Instant::now();
        if asked >= end {
            return times;
        }
        stream.write_all(&target.request).await.unwrap();
        read_answer(&mut stream, &mut buffer).await;
        if asked >= begin {
            times.push(asked.elapsed());
        }
        let answer = String::from_utf8_lossy(&buffer);
        let is_good = answer.starts_with("HTTP/1.1 200") && answer.contains(target.expected);
        assert!(is_good, "{answer}");
        buffer.clear();
    }
}

/// Reads one answer to its end.
async fn read_answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) {
    while !is_whole(buffer) {
        let read = stream.read_buf(buffer).await.unwrap();
        assert!(
            read > 0,
            "the connection ended: {}",
            String::from_utf8_lossy(buffer)
        );
    }
}

/// Whether an answer is there to its end, by its length or its last chunk.
fn is_whole(buffer: &[u8]) -> bool {
    let Some(end) = buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(&buffer[..end]).to_ascii_lowercase();
    let body = &buffer[end + 4..];
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"));
    length.map_or_else(
        || body.ends_with(b"0\r\n\r\n"),
        |length| body.len() >= length.trim().parse().unwrap(),
    )
}
