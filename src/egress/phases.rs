//! How long each part of an exchange took.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tower::Service;

/// The parts of an exchange, one after the other. Where redirects were followed, those of all hops together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phases {
    /// Until the name had an address.
    pub lookup: Duration,
    /// Until the connection stood, encryption included.
    pub connect: Duration,
    /// Until the answer began.
    pub first_byte: Duration,
    /// Until the answer was whole.
    pub body: Duration,
}

tokio::task_local! {
    static CLOCK: Arc<Clock>;
}

/// What is counted while an exchange goes on, in microseconds.
#[derive(Debug, Default)]
pub(super) struct Clock {
    lookup: AtomicU64,
    connect: AtomicU64,
}

impl Clock {
    /// Does the work under this clock.
    pub(super) async fn over<T>(self: &Arc<Self>, work: impl Future<Output = T>) -> T {
        CLOCK.scope(Arc::clone(self), work).await
    }

    /// The parts of an exchange that opened and was read in these times.
    pub(super) fn phases(&self, opened: Duration, body: Duration) -> Phases {
        let told = |count: &AtomicU64| Duration::from_micros(count.load(Ordering::Relaxed));
        let (lookup, whole) = (told(&self.lookup), told(&self.connect));
        Phases {
            lookup,
            connect: whole.saturating_sub(lookup),
            first_byte: opened.saturating_sub(whole),
            body,
        }
    }
}

fn add(of: impl Fn(&Clock) -> &AtomicU64, elapsed: Duration) {
    let micros = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX);
    // Where nobody counts, there is no clock.
    let _ = CLOCK.try_with(|clock| of(clock).fetch_add(micros, Ordering::Relaxed));
}

/// A name got its address in this time.
pub(super) fn looked_up(elapsed: Duration) {
    add(|clock| &clock.lookup, elapsed);
}

/// Counts the time that connections take.
#[derive(Clone, Debug)]
pub(super) struct TimedConnector<S>(pub(super) S);

impl<S, R> Service<R> for TimedConnector<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = futures_util::future::BoxFuture<'static, Result<S::Response, S::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: R) -> Self::Future {
        let begin = Instant::now();
        let connecting = self.0.call(request);
        Box::pin(async move {
            let connected = connecting.await;
            add(|clock| &clock.connect, begin.elapsed());
            connected
        })
    }
}
