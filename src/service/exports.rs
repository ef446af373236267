//! Many connectors in one download.

use std::collections::VecDeque;

use futures_util::stream::{Stream, try_unfold};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::write::bundle::{Bundle, file_stem};
use tenon_connector::write::package::to_zip;

use super::access::Need;
use super::connector_list::not_too_many;
use super::connectors::read;
use super::{RequestBackend, fault, store_fault};
use crate::state::AppState;
use crate::store::{StoreError, Version};
use crate::texts::services as t;

/// The most characters that the texts of connectors that are exported together may have.
const MAX_CHARACTERS: i64 = 512 * 1024 * 1024;

/// The file of a bundle that names what could not be packed.
const LEFT_OUT: &str = "left-out";

impl RequestBackend {
    /// Says no to an export that is too large, or names connectors that are not there.
    pub(super) async fn checked_export(&self, ids: &[String]) -> Result<(), AppError> {
        let (_, environment) = self.person_here(Need::Use).await?;
        not_too_many(ids, |count, most| t::too_many_to_export(&count, &most))?;
        if ids.is_empty() {
            return Err(AppError::invalid(t::select_connectors()));
        }
        let mut characters = 0_i64;
        for id in ids {
            characters += match self.state.store.package_size(&environment, id).await {
                Err(StoreError::NotFound) => {
                    return Err(AppError::not_found(t::selected_one_is_gone()));
                }
                size => size.map_err(store_fault)?,
            };
        }
        if characters <= MAX_CHARACTERS {
            return Ok(());
        }
        let refusal =
            t::export_too_large(&(characters / 1024 / 1024), &(MAX_CHARACTERS / 1024 / 1024));
        Err(AppError::new(ErrorKind::TooLarge, refusal))
    }

    /// A zip file of the packages of these connectors, piece by piece as it is fetched. What is deleted
    /// or turns out damaged on the way is named in a file of its own.
    ///
    /// # Errors
    /// When nobody is signed in, a connector is not there for them, or a bound is passed.
    pub async fn export(
        &self,
        ids: Vec<String>,
    ) -> Result<impl Stream<Item = Result<Vec<u8>, AppError>> + Send + 'static, AppError> {
        self.checked_export(&ids).await?;
        let packing = Packing {
            state: self.state.clone(),
            rest: ids.into(),
            bundle: Bundle::default(),
            left_out: Vec::new(),
        };
        Ok(try_unfold(Some(packing), next_piece))
    }
}

/// A zip file under way.
struct Packing {
    state: AppState,
    rest: VecDeque<String>,
    bundle: Bundle,
    left_out: Vec<String>,
}

async fn next_piece(
    packing: Option<Packing>,
) -> Result<Option<(Vec<u8>, Option<Packing>)>, AppError> {
    let Some(mut packing) = packing else {
        return Ok(None);
    };
    let Some(id) = packing.rest.pop_front() else {
        return Ok(Some((packing.finish()?, None)));
    };
    let version = match packing.state.store.version(&id, None).await {
        Ok(version) => Some(version),
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(store_fault(error)),
    };
    // Packing a large connector takes tens of milliseconds.
    let (piece, packing) = tokio::task::spawn_blocking(move || {
        let piece = packing.add(&id, version);
        (piece, packing)
    })
    .await
    .map_err(|error| fault(&error))?;
    Ok(Some((piece?, Some(packing))))
}

impl Packing {
    fn add(&mut self, id: &str, version: Option<Version>) -> Result<Vec<u8>, AppError> {
        let Some(version) = version else {
            self.left_out
                .push(format!("{id}: was deleted while the others were packed."));
            return Ok(Vec::new());
        };
        let connector = read(&version)?;
        match to_zip(&connector) {
            Ok(package) => {
                let stem = format!("{}-v{}", file_stem(connector.title()), version.number);
                let added = self.bundle.add(&stem, "zip", &package);
                added.map_err(|error| fault(&error))
            }
            Err(error) => {
                self.left_out
                    .push(format!("{} ({id}): {error}", connector.title()));
                Ok(Vec::new())
            }
        }
    }

    fn finish(mut self) -> Result<Vec<u8>, AppError> {
        let mut last = Vec::new();
        if !self.left_out.is_empty() {
            let text = self.left_out.join("\n");
            let added = self.bundle.add(LEFT_OUT, "txt", text.as_bytes());
            last = added.map_err(|error| fault(&error))?;
        }
        last.extend(self.bundle.finish().map_err(|error| fault(&error))?);
        Ok(last)
    }
}
