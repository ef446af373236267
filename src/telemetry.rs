//! The server's log.

use tracing_subscriber::EnvFilter;

use crate::config::{Config, LogFormat};

/// Starts the log. A filter that cannot be read counts as `info`, and the log says so.
pub fn start(config: &Config) {
    let parsed = EnvFilter::try_new(&config.log);
    let fault = parsed.as_ref().err().map(ToString::to_string);
    let filter = parsed.unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A log that runs already (in tests) goes on as it is.
    let _ = match config.log_format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    if let Some(fault) = fault {
        tracing::warn!(
            filter = config.log,
            fault,
            "TENON_LOG cannot be read; logging as for “info”"
        );
    }
}
