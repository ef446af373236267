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
    /// Until the connection stood; none for one that was kept from a call before.
    pub connect: Duration,
    /// Until it was encrypted; none where it is not.
    pub encrypt: Duration,
    /// Until the answer began.
    pub first_byte: Duration,
    /// Until the answer was whole.
    pub body: Duration,
}

tokio::task_local! {
    static CLOCK: Arc<Clock>;
}

/// What is counted while an exchange goes on, in microseconds.
#[derive(Debug)]
pub(super) struct Clock {
    begin: Instant,
    lookup: AtomicU64,
    /// All until a connection may be used, lookup and encryption included.
    connect: AtomicU64,
    encrypt: AtomicU64,
    /// When the connection that is being made began to be encrypted, after `begin`; 0 before that.
    encrypting: AtomicU64,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            begin: Instant::now(),
            lookup: AtomicU64::default(),
            connect: AtomicU64::default(),
            encrypt: AtomicU64::default(),
            encrypting: AtomicU64::default(),
        }
    }
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
        let encrypt = told(&self.encrypt);
        Phases {
            lookup,
            connect: whole.saturating_sub(lookup).saturating_sub(encrypt),
            encrypt,
            first_byte: opened.saturating_sub(whole),
            body,
        }
    }
}

fn add(of: impl Fn(&Clock) -> &AtomicU64, elapsed: Duration) {
    // Where nobody counts, there is no clock.
    let _ = CLOCK.try_with(|clock| of(clock).fetch_add(micros(elapsed), Ordering::Relaxed));
}

fn micros(elapsed: Duration) -> u64 {
    u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX)
}

/// A connection begins to be encrypted. A second greeting, for a server that wants another key, is not the beginning.
pub(super) fn encryption_begins() {
    let _ = CLOCK.try_with(|clock| {
        let now = micros(clock.begin.elapsed()).max(1);
        let slot = &clock.encrypting;
        slot.compare_exchange(0, now, Ordering::Relaxed, Ordering::Relaxed)
    });
}

/// A connection may be used: it was encrypted in the time since that began, if it did.
fn encryption_ends() {
    let _ = CLOCK.try_with(|clock| {
        let begun = clock.encrypting.swap(0, Ordering::Relaxed);
        if begun > 0 {
            let elapsed = micros(clock.begin.elapsed()).saturating_sub(begun);
            clock.encrypt.fetch_add(elapsed, Ordering::Relaxed);
        }
    });
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
            encryption_ends();
            connected
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use std::convert::Infallible;
    use std::sync::Arc;
    use std::time::Duration;

    use rustls::{ClientConfig, ClientConnection, RootCertStore};
    use tokio::time::sleep;
    use tower::{Service, service_fn};

    use super::{Clock, TimedConnector, looked_up};
    use crate::egress::tls::provider;

    /// Says the first word of a secure connection, as the HTTP client does once it is connected.
    fn greet() {
        let config = ClientConfig::builder_with_provider(Arc::new(provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(RootCertStore::empty())
            .with_no_client_auth();
        let name = "joints.example.com".try_into().unwrap();
        ClientConnection::new(Arc::new(config), name).unwrap();
    }

    #[tokio::test]
    async fn name_connection_and_encryption_are_counted_apart_over_all_connections() {
        let clock = Arc::new(Clock::default());
        let mut connector = TimedConnector(service_fn(async |is_secure: bool| {
            looked_up(Duration::from_millis(1));
            sleep(Duration::from_millis(30)).await;
            if is_secure {
                greet();
                sleep(Duration::from_millis(50)).await;
                greet();
                sleep(Duration::from_millis(50)).await;
            }
            Ok::<_, Infallible>(())
        }));
        let work = async {
            for is_secure in [true, false, true] {
                connector.call(is_secure).await.unwrap();
            }
        };
        clock.over(work).await;
        let phases = clock.phases(Duration::from_secs(10), Duration::ZERO);
        assert_eq!(phases.lookup, Duration::from_millis(3));
        assert!(phases.encrypt >= Duration::from_millis(200), "{phases:?}");
        assert!(phases.connect >= Duration::from_millis(87), "{phases:?}");
        let whole = phases.lookup + phases.connect + phases.encrypt + phases.first_byte;
        assert_eq!(whole, Duration::from_secs(10));
    }
}
