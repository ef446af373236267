//! `tenon serve`: start, serve, and end when asked to.

use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tower_sessions::ExpiredDeletion;

use crate::config::Config;
use crate::http::router::router;
use crate::state::AppState;
use crate::store::{Sessions, Store, now};
use crate::telemetry;

/// How long requests may go on after the server was asked to end.
const DRAIN: Duration = Duration::from_secs(20);

/// How long the end waits for the runs that are not stored yet.
const LAST_RUNS: Duration = Duration::from_secs(10);

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Serves until the process is asked to end.
pub(super) fn serve(config: Config) -> Result<(), Failure> {
    tokio::runtime::Builder::new_multi_thread()
        // YAML as deep as it may be takes half a mebibyte, but three in a build that is not optimised, and threads
        // have two otherwise.
        .thread_stack_size(4 * 1024 * 1024)
        .enable_all()
        .build()?
        .block_on(run(config))
}

async fn run(config: Config) -> Result<(), Failure> {
    telemetry::start(&config);
    let listener = TcpListener::bind(config.listen).await.map_err(|error| {
        format!(
            "{} cannot be listened on: {error}. Choose another address in TENON_LISTEN.",
            config.listen
        )
    })?;
    let local = listener.local_addr()?;
    let state = AppState::open(config).await?;
    let sweeper = tokio::spawn(sweep(state.store.clone(), state.config.runs));
    announce(&state.config, local)?;
    let (store, recorder) = (state.store.clone(), state.recorder.clone());
    let service = router(state).into_make_service_with_connect_info::<SocketAddr>();
    let (asked, mut is_asked) = tokio::sync::watch::channel(false);
    // An answer whose last piece waits for the reader's acknowledgement comes 40 ms late.
    let listener = listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            tracing::warn!(%error, "a connection sends its answers late");
        }
    });
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        end_is_asked_for().await;
        tracing::info!("ending: no new requests are taken");
        // Nobody listens when the server has ended by itself.
        let _ = asked.send(true);
    });
    let late = async {
        // The sender is dropped only once the server has ended.
        let _ = is_asked.wait_for(|asked| *asked).await;
        tokio::time::sleep(DRAIN).await;
    };
    tokio::select! {
        ended = async { server.await } => ended?,
        () = late => tracing::warn!("requests were still going on at the end"),
    }
    sweeper.abort();
    recorder.close(LAST_RUNS).await;
    store.close().await;
    Ok(())
}

/// Says where to go, once there is something to see.
fn announce(config: &Config, local: SocketAddr) -> std::io::Result<()> {
    let address = config.public_url.as_ref().map_or_else(
        || format!("http://{local}"),
        |url| url.as_str().trim_end_matches('/').to_owned(),
    );
    writeln!(std::io::stdout(), "Tenon is ready. Open {address}")?;
    std::io::stdout().flush()
}

/// Deletes sessions that have expired and runs that are old, every hour.
async fn sweep(store: Store, runs: Duration) {
    let runs = i64::try_from(runs.as_millis()).unwrap_or(i64::MAX);
    loop {
        if let Err(error) = Sessions(store.clone()).delete_expired().await {
            tracing::warn!(%error, "expired sessions could not be deleted");
        }
        match store.delete_runs_before(now().saturating_sub(runs)).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "old runs were deleted"),
            Err(error) => tracing::warn!(%error, "old runs could not be deleted"),
        }
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
}

/// Waits for Ctrl+C or for the signal that ends services.
async fn end_is_asked_for() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
