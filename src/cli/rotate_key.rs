//! `tenon rotate-key`: seal all secrets with a new key.

use std::io::Write;

use crate::config::Config;
use crate::keys::rotate;
use crate::telemetry;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Puts a new key in place of the one in use, and says what is left to do.
pub(super) fn rotate_key(config: Config) -> Result<(), Failure> {
    telemetry::start(&config);
    let rotated = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(rotate(&config))?;
    let count = match rotated.secrets {
        0 => "No secret had to be sealed anew".to_owned(),
        1 => "1 secret is sealed anew".to_owned(),
        count => format!("{count} secrets are sealed anew"),
    };
    let next = match rotated.is_configured {
        true => {
            "Start the servers with the new key as TENON_SECRET_KEY and without TENON_NEXT_SECRET_KEY, and forget the old one."
        }
        false => "The file secret.key holds it; the old one is gone. Keep a backup of the file.",
    };
    let mut out = std::io::stdout();
    writeln!(
        out,
        "{count}; the key in use has the id {}. {next}",
        rotated.key_id
    )?;
    out.flush()?;
    Ok(())
}
