//! How signing in went: the steps that are kept, and what is likely to help.

use tenon_app::api::sign_in::SignInReport;
use tenon_app::error::AppError;
use tenon_connector::security::oauth::{Hop, HopStep, Manner, Trouble};

use crate::service::access::Deed;
use crate::service::{RequestBackend, fault, store_fault};
use crate::state::AppState;
use crate::store::SignInRecord;

/// How many steps are kept.
const HOPS: usize = 20;

/// What is kept of the last sign-in and of the refreshes since.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    pub(super) hops: Vec<Hop>,
    pub(super) manner: Option<Manner>,
    pub(super) tried: Vec<Manner>,
}

impl Record {
    pub(super) async fn of(state: &AppState, connection: &str) -> Result<Self, AppError> {
        let kept = state.store.sign_in_record(connection).await;
        let kept = kept.map_err(store_fault)?;
        Ok(Self {
            hops: serde_json::from_str(&kept.hops).unwrap_or_default(),
            manner: serde_json::from_str(&kept.manner).ok(),
            tried: serde_json::from_str(&kept.tried).unwrap_or_default(),
        })
    }

    pub(super) async fn keep(&self, state: &AppState, connection: &str) -> Result<(), AppError> {
        let kept = SignInRecord {
            hops: text(&self.hops)?,
            manner: self
                .manner
                .as_ref()
                .map(text)
                .transpose()?
                .unwrap_or_default(),
            tried: text(&self.tried)?,
        };
        let kept = state.store.keep_sign_in_record(connection, &kept).await;
        kept.map_err(store_fault)
    }

    /// Adds a step; the oldest go.
    pub(super) fn add(&mut self, hop: Hop) {
        self.hops.push(hop);
        let surplus = self.hops.len().saturating_sub(HOPS);
        self.hops.drain(..surplus);
    }

    /// The manner that is likeliest to help after the last failure; none where another one is not what it takes.
    pub(super) fn next(&self) -> Option<Manner> {
        let failed = self.hops.iter().rev().find(|hop| hop.finding.is_some())?;
        let trouble = failed.finding.as_ref()?.trouble;
        let last = self.tried.last().filter(|_| may_vary(trouble))?;
        let is_new = |manner: &Manner| !self.tried.contains(manner);
        let helps = |manner: &Manner| {
            // What was refused before there was a code takes another authorization.
            failed.step != HopStep::Callback || !manner.authorizes_like(last)
        };
        let others = last.others(trouble).into_iter();
        others.filter(is_new).find(helps)
    }
}

/// Whether another manner can help.
pub(super) fn may_vary(trouble: Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Client
            | Trouble::Scope
            | Trouble::ProofKey
            | Trouble::Media
            | Trouble::Answer
            | Trouble::Unknown
    )
}

fn text(value: &impl serde::Serialize) -> Result<String, AppError> {
    serde_json::to_string(value).map_err(|error| fault(&error))
}

impl RequestBackend {
    pub(in crate::service) async fn report_of_sign_in(
        &self,
        connection: &str,
    ) -> Result<SignInReport, AppError> {
        let (_, kept) = self.connection_for(Deed::Change, connection).await?;
        let record = Record::of(&self.state, &kept.id).await?;
        Ok(SignInReport {
            next: record.next(),
            hops: record.hops,
            manner: record.manner,
            tried: record.tried,
        })
    }
}
