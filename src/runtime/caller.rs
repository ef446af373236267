//! Who waits for a call: when they leave, it ends where it stands.

use tokio::sync::watch;

/// Held by who waits for a call.
#[derive(Debug)]
pub struct Waiting(
    #[expect(dead_code, reason = "it is there until it is dropped")] watch::Sender<()>,
);

/// Tells a call whether somebody still waits for it.
#[derive(Clone, Debug)]
pub struct Caller(watch::Receiver<()>);

impl Caller {
    /// A caller, who waits until the other half is dropped.
    #[must_use]
    pub fn new() -> (Waiting, Self) {
        let (there, watched) = watch::channel(());
        (Waiting(there), Self(watched))
    }

    /// Comes when nobody waits any more.
    pub(super) async fn leaves(&self) {
        let mut watched = self.0.clone();
        while watched.changed().await.is_ok() {}
    }
}
