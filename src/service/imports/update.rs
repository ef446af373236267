//! Updating a connector from a new version of what it was imported from.
//!
//! Three connectors meet: the last import, what makers made of it, and the new import. What makers changed stays,
//! what the source changed comes in, and where both changed the same the maker chooses.

use std::collections::BTreeMap;

use serde_json::json;
use tenon_app::api::imports::{
    ImportFile, LastImport, UpdateChoice, UpdateClash, UpdatePreview, UpdateStart,
};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::Connector;
use tenon_connector::diff::diff;
use tenon_connector::document::{Action, Document};
use tenon_connector::merge::{Merged, merge};
use tenon_connector::read::KnownIds;
use tenon_connector::source::kept;
use tenon_connector::swagger::{Operation, OperationKey, operations};

use super::{beside_requests, chosen, left_out};
use crate::service::access::Need;
use crate::service::connectors::{new_version, read};
use crate::service::versions::comparison;
use crate::service::{RequestBackend, fault, store_fault};
use crate::store::{KeptImport, NewImport, StoreError, Version};
use crate::texts::services as t;

/// The most characters of a source in the name of an action.
const MAX_NAME: usize = 200;

impl RequestBackend {
    pub(in crate::service) async fn before_update(
        &self,
        id: &str,
    ) -> Result<UpdateStart, AppError> {
        self.person_for(Need::Make, id).await?;
        let connector = read(&self.kept(id, None).await?)?;
        let last = self.state.store.last_import(id).await;
        let last = last.map_err(store_fault)?.map(|kept| LastImport {
            source: kept.import.source,
            imported_at: kept.imported_at,
            left_out: kept.import.left_out,
        });
        Ok(UpdateStart {
            title: connector.title().to_owned(),
            last,
        })
    }

    pub(in crate::service) async fn look_at_update(
        &self,
        file: ImportFile,
        choice: UpdateChoice,
    ) -> Result<UpdatePreview, AppError> {
        self.person_for(Need::Make, &choice.connector).await?;
        let today = self.kept(&choice.connector, None).await?;
        expect_version(&choice, &today)?;
        let last = self.state.store.last_import(&choice.connector).await;
        let last = last.map_err(store_fault)?;
        beside_requests(move || {
            let has_base = last.is_some();
            let update = Update::of(&file, &choice, &today, last)?;
            Ok(UpdatePreview {
                version: today.number,
                has_base,
                clashes: update.clashes(),
                changes: comparison(&diff(&update.today, &update.after)),
                files: update.merged.files,
            })
        })
        .await
    }

    pub(in crate::service) async fn add_update(
        &self,
        file: ImportFile,
        choice: UpdateChoice,
    ) -> Result<i64, AppError> {
        let id = choice.connector.clone();
        let person = self.person_for(Need::Make, &id).await?;
        let today = self.kept(&id, None).await?;
        expect_version(&choice, &today)?;
        let last = self.state.store.last_import(&id).await;
        let last = last.map_err(store_fault)?;
        let number = today.number + 1;
        let work = move || {
            let update = Update::of(&file, &choice, &today, last)?;
            let version = new_version(&update.after, person.id, vec![update.action]);
            Ok((version, update.import))
        };
        let (version, import) = beside_requests(work).await?;
        match self.state.store.add_version(&id, number, &version).await {
            Err(StoreError::Taken) => return Err(overtaken()),
            answer => answer.map_err(store_fault)?,
        }
        let kept = self.state.store.keep_import(&id, &import).await;
        kept.map_err(store_fault)?;
        Ok(number)
    }
}

/// Refuses a choice that was made when another version stood: its clashes may be others now.
fn expect_version(choice: &UpdateChoice, today: &Version) -> Result<(), AppError> {
    match choice.version {
        Some(version) if version != today.number => Err(overtaken()),
        _ => Ok(()),
    }
}

fn overtaken() -> AppError {
    AppError::new(ErrorKind::Conflict, t::saved_meanwhile())
}

/// An update that is worked out.
struct Update {
    /// The connector as it is.
    today: Connector,
    /// The connector as it will be.
    after: Connector,
    /// What makes the one of the other.
    action: Action,
    /// What the new source and the connector come to, before the choices.
    merged: Merged,
    /// The new import, to be kept.
    import: NewImport,
}

impl Update {
    fn of(
        file: &ImportFile,
        choice: &UpdateChoice,
        today: &Version,
        last: Option<KeptImport>,
    ) -> Result<Self, AppError> {
        let today = read(today)?;
        let (base, known) = match last {
            Some(kept) => {
                let base = Connector::from_files(&kept.import.files);
                let base = base.map_err(|error| fault(&error))?;
                let known = KnownIds::of(&base);
                (base, known)
            }
            None => (nothing(), KnownIds::of(&today)),
        };
        // A connector that keeps its source keeps the new one.
        let imported = file.read(kept(&today).is_some(), known)?.connector;
        let (operations, left_out) = match choice.operations.as_deref() {
            Some(ids) => {
                // The choice was made among the IDs that the file has by itself.
                let plain = file.read(false, KnownIds::default())?.connector;
                let ids = same_operations(&plain, &imported, ids);
                (Some(ids), left_out(&plain, choice.operations.as_deref()))
            }
            None => (None, Vec::new()),
        };
        let (theirs, _) = chosen(imported, operations.as_deref())?;
        let merged = merge(&base, &today, &theirs);
        let (after, action) = settled(&today, &merged, choice)?;
        let import = NewImport {
            source: choice.source.clone(),
            left_out,
            files: theirs.to_files(),
        };
        Ok(Self {
            today,
            after,
            action,
            merged,
            import,
        })
    }

    fn clashes(&self) -> Vec<UpdateClash> {
        let conflicts = self.merged.conflicts.iter();
        conflicts
            .map(|conflict| UpdateClash::of(conflict, &self.merged.connector))
            .collect()
    }
}

/// The connector that a merge and the choices in it come to, and the action that leads there.
fn settled(
    today: &Connector,
    merged: &Merged,
    choice: &UpdateChoice,
) -> Result<(Connector, Action), AppError> {
    let mut wanted = merged.connector.clone();
    for (place, conflict) in merged.conflicts.iter().enumerate() {
        let is_mine = choice.mine.get(place).copied().unwrap_or(true);
        if is_mine && let Some(edit) = conflict.take_mine(&wanted) {
            let action = Action::new("Keep mine", vec![edit]);
            let kept = wanted.apply_action(&action);
            kept.map_err(|refused| fault(&refused.error))?;
        }
    }
    let source: String = choice.source.chars().take(MAX_NAME).collect();
    let action = today.action_to(&wanted, format!("Update from {source}"));
    let mut after = today.clone();
    let applied = after.apply_action(&action);
    applied.map_err(|refused| fault(&refused.error))?;
    Ok((
        after.with_attachments(wanted.attachments().to_vec()),
        action,
    ))
}

/// The IDs that these operations of one reading of a file have in another one. What has none there stays, and is
/// refused where it is chosen.
fn same_operations(one: &Connector, other: &Connector, ids: &[String]) -> Vec<String> {
    let keys: BTreeMap<&str, OperationKey> = operations(one.definition())
        .map(|operation| (operation.operation_id(), operation.key().clone()))
        .collect();
    let same = |id: &String| {
        let operation = Operation::find(other.definition(), keys.get(id.as_str())?)?;
        Some(operation.operation_id().to_owned())
    };
    ids.iter()
        .map(|id| same(id).unwrap_or_else(|| id.clone()))
        .collect()
}

/// Stands for the last import of a connector that came from none: whatever differs then is a clash.
fn nothing() -> Connector {
    Connector::new(Document::new(json!({})), Document::new(json!({})))
}
