//! Keeps runs beside the calls that they tell of: calls put them into a queue, one writer stores many at once.
//!
//! A run leaves the queue only once it is stored, so a writer that breaks off loses nothing. The queue is bounded in
//! bytes. Where it is full, a call waits a quarter of a second for room, and then stores its run itself: a call is held
//! up rather than forgotten. What the database does not take now is tried again for as long as the server runs; what it
//! will never take (the connector was deleted meanwhile) goes, and the log says so.

#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};

use crate::store::{NewRun, Store, StoreError};

/// The bytes of runs that may wait, in KiB.
const ROOM: u32 = 64 * 1024;
/// How long a call waits for room.
const WAIT: Duration = Duration::from_millis(250);
/// How long who reads runs waits for those before.
const FLUSH: Duration = Duration::from_secs(5);
/// The most runs of one transaction.
const BATCH: usize = 256;
/// How long the writer waits after a failure of the database; twice as long after each further one.
const PAUSE: Duration = Duration::from_millis(200);
/// The longest that it waits.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// What keeps runs. Its clones share one queue.
#[derive(Clone, Debug)]
pub struct Recorder {
    store: Store,
    queue: Arc<Queue>,
}

/// What waits to be stored.
#[derive(Debug)]
struct Queue {
    waiting: Mutex<Waiting>,
    /// Somebody put a run there, or the end has come.
    news: Notify,
    room: Arc<Semaphore>,
    /// How many have left the queue since the start.
    done: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Waiting {
    runs: VecDeque<Arc<Queued>>,
    /// How many have come since the start.
    came: u64,
    is_closed: bool,
}

/// A run with the room that it takes, which it gives back when it goes.
#[derive(Debug)]
struct Queued {
    run: NewRun,
    _room: OwnedSemaphorePermit,
}

impl Recorder {
    /// Starts the writer, which ends with [`Recorder::close`] or the runtime.
    #[must_use]
    pub fn start(store: Store) -> Self {
        let recorder = Self::with_room(store, ROOM);
        let writer = recorder.clone();
        tokio::spawn(again(move || writer.clone().write()));
        recorder
    }

    /// A recorder with room for so many KiB and no writer yet.
    fn with_room(store: Store, room: u32) -> Self {
        // A usize has 32 bits at least wherever there is a Tokio.
        let permits = usize::try_from(room).unwrap_or(usize::MAX);
        let queue = Queue {
            waiting: Mutex::default(),
            news: Notify::new(),
            room: Arc::new(Semaphore::new(permits)),
            done: watch::Sender::new(0),
        };
        Self {
            store,
            queue: Arc::new(queue),
        }
    }

    /// Takes a run into the queue. Where there is no room in time, or the queue is closed, stores it at once.
    ///
    /// # Errors
    /// When it had to be stored at once and the database does not take it.
    pub async fn keep(&self, run: NewRun) -> Result<(), StoreError> {
        let room = Arc::clone(&self.queue.room).acquire_many_owned(weight(&run));
        // A run that is larger than the queue never gets room in it.
        let Ok(Ok(room)) = timeout(WAIT, room).await else {
            tracing::warn!("runs come faster than they can be stored: a call waits for its own");
            return self.store.add_runs([&run]).await;
        };
        {
            let mut waiting = self.queue.waiting();
            if !waiting.is_closed {
                waiting
                    .runs
                    .push_back(Arc::new(Queued { run, _room: room }));
                waiting.came += 1;
                drop(waiting);
                self.queue.news.notify_one();
                return Ok(());
            }
        }
        self.store.add_runs([&run]).await
    }

    /// Waits until every run that was taken so far is stored, at most five seconds: with a database that is down,
    /// pages shall say so rather than wait.
    pub async fn flush(&self) {
        let came = self.queue.waiting().came;
        let mut done = self.queue.done.subscribe();
        if timeout(FLUSH, done.wait_for(|done| *done >= came))
            .await
            .is_err()
        {
            tracing::warn!("runs are read though not all are stored: the database is slow or down");
        }
    }

    /// Takes no more runs into the queue and waits until it is empty, as long as given. What is left then is lost; the
    /// log says how much.
    pub async fn close(&self, at_most: Duration) {
        let came = {
            let mut waiting = self.queue.waiting();
            waiting.is_closed = true;
            waiting.came
        };
        self.queue.news.notify_one();
        let mut done = self.queue.done.subscribe();
        let is_empty = timeout(at_most, done.wait_for(|done| *done >= came)).await;
        if is_empty.is_err() {
            let lost = self.queue.waiting().runs.len();
            tracing::error!(lost, "the server ends with runs that could not be stored");
        }
    }

    /// Stores what comes until the queue is closed and empty. Where it breaks off, what it had in hand is still in the
    /// queue.
    async fn write(self) {
        let mut pause = PAUSE;
        loop {
            let batch = self.queue.first();
            if batch.is_empty() {
                if self.queue.waiting().is_closed {
                    return;
                }
                self.queue.news.notified().await;
                continue;
            }
            match self.store_batch(&batch).await {
                Ok(()) => {
                    pause = PAUSE;
                    self.queue.leave(batch.len());
                }
                Err(error) => {
                    tracing::error!(%error, runs = batch.len(), ?pause, "runs could not be stored; they are tried again");
                    sleep(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
        }
    }

    /// Stores runs in one transaction; where the database refuses one of them, each in its own.
    async fn store_batch(&self, batch: &[Arc<Queued>]) -> Result<(), StoreError> {
        let runs = batch.iter().map(|queued| &queued.run);
        match self.store.add_runs(runs).await {
            Err(error) if error.is_refusal() => {}
            done => return done,
        }
        for queued in batch {
            match self.store.add_runs([&queued.run]).await {
                // A writer that broke off may have stored it before.
                Ok(()) | Err(StoreError::Taken) => {}
                Err(error) if error.is_refusal() => {
                    let connector = &queued.run.connector;
                    tracing::warn!(%error, connector, "a run is not kept: the database does not take it");
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Queue {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // Nothing that is done under the lock leaves the queue half changed.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The first runs, which stay where they are.
    fn first(&self) -> Vec<Arc<Queued>> {
        let waiting = self.waiting();
        waiting.runs.iter().take(BATCH).map(Arc::clone).collect()
    }

    /// Takes the first runs away.
    fn leave(&self, count: usize) {
        self.waiting().runs.drain(..count);
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        self.done
            .send_modify(|done| *done = done.saturating_add(count));
    }
}

/// The room that a run takes, in KiB.
fn weight(run: &NewRun) -> u32 {
    let bytes = [&run.record, &run.drift, &run.url, &run.label].map(String::len);
    let whole = bytes.iter().sum::<usize>() / 1024 + 1;
    u32::try_from(whole).unwrap_or(u32::MAX)
}

/// Does work until it is done, and begins anew where it broke off.
async fn again<F>(work: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    while let Err(error) = tokio::spawn(work()).await {
        tracing::error!(%error, "the writer of runs broke off and begins anew");
        sleep(PAUSE).await;
    }
}
