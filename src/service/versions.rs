//! Versions: the list, the difference of two, and the way back to one.

use std::sync::Arc;

use tenon_app::api::versions::{
    ChangeGroup, ChangeKind, CompareRequest, ComparedChange, Comparison, Effect, MAX_LISTED,
    RestoreRequest, Side, VersionRow,
};
use tenon_app::error::AppError;
use tenon_connector::Connector;
use tenon_connector::diff::{self, Difference, EffectRule, Entry, Kind, Subject, diff};
use tenon_connector::document::Action;

use super::access::Need;
use super::{RequestBackend, fault, store_fault};
use crate::store::ListedVersion;

impl RequestBackend {
    pub(super) async fn list_versions(
        &self,
        id: &str,
        before: Option<i64>,
    ) -> Result<Vec<VersionRow>, AppError> {
        self.person_for(Need::Use, id).await?;
        let listed = self.state.store.versions(id, before, MAX_LISTED).await;
        let row = |listed: ListedVersion| VersionRow {
            number: listed.number,
            author: listed.author,
            saved_at: listed.saved_at,
            actions: listed.labels,
        };
        Ok(listed.map_err(store_fault)?.into_iter().map(row).collect())
    }

    pub(super) async fn compare_sides(
        &self,
        request: CompareRequest,
    ) -> Result<Comparison, AppError> {
        self.person_for(Need::Use, &request.id).await?;
        let from = self.side(&request.id, request.from).await?;
        let to = self.side(&request.id, request.to).await?;
        beside_requests(move || comparison(&diff(&from, &to))).await
    }

    /// The action that makes of what the maker has now what a version was.
    pub(super) async fn way_back(&self, request: RestoreRequest) -> Result<Action, AppError> {
        self.person_for(Need::Use, &request.id).await?;
        let from = self.side(&request.id, request.from).await?;
        let wanted = self.side(&request.id, Side::Saved(request.wanted)).await?;
        let label = format!("Restore version {}", request.wanted);
        beside_requests(move || from.action_to(&wanted, label)).await
    }

    /// The connector of one side, for somebody who may see it.
    async fn side(&self, id: &str, side: Side) -> Result<Arc<Connector>, AppError> {
        match side {
            Side::Saved(number) => self.read_version(id, number).await,
            Side::Unsaved { version, actions } => self.as_seen(id, version, &actions).await,
        }
    }
}

/// Large connectors take tens of milliseconds, which no other request should wait for.
async fn beside_requests<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, AppError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| fault(&error))
}

/// A difference by what it concerns, in the order in which things come up.
pub(super) fn comparison(difference: &Difference) -> Comparison {
    let mut groups: Vec<(&Subject, ChangeGroup)> = Vec::new();
    for entry in &difference.entries {
        let known = groups
            .iter_mut()
            .find(|(subject, _)| *subject == &entry.subject);
        match known {
            Some((_, group)) => group.changes.push(change(entry)),
            None => groups.push((
                &entry.subject,
                ChangeGroup {
                    subject: entry.subject.clone(),
                    changes: vec![change(entry)],
                },
            )),
        }
    }
    Comparison {
        groups: groups.into_iter().map(|(_, group)| group).collect(),
    }
}

fn change(entry: &Entry) -> ComparedChange {
    ComparedChange {
        kind: match entry.kind {
            Kind::Added => ChangeKind::Added,
            Kind::Removed => ChangeKind::Removed,
            Kind::Changed | Kind::Moved | Kind::Renamed | Kind::Reordered => ChangeKind::Changed,
        },
        message: entry.message.clone(),
        before: entry.before.clone(),
        after: entry.after.clone(),
        effect: entry.effect.and_then(effect),
    }
}

/// What a change does to others; none where it spares them.
fn effect(rule: &EffectRule) -> Option<Effect> {
    (rule.effect != diff::Effect::Spares).then(|| Effect {
        breaks: rule.effect == diff::Effect::Breaks,
        title: rule.title.to_owned(),
        why: rule.why.to_owned(),
    })
}
