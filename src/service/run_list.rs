//! The list of runs: who sees which, its filters, and what the answers of a connector add up to.

use std::collections::BTreeMap;

use tenon_app::api::runs::{
    ConnectorDrift, OperationDrift, RunChoice, RunChoices, RunPage, RunQuery, RunsWanted,
};
use tenon_app::error::AppError;
use tenon_connector::validate::Drift;

use super::access::Need;
use super::connectors::read;
use super::runs::row;
use super::{RequestBackend, fault, store_fault};
use crate::store::{self, EndingFilter, RunFilter, now};

/// How many runs a page has.
const PAGE: usize = 50;

impl RequestBackend {
    pub(super) async fn list_runs(&self, query: RunQuery) -> Result<RunPage, AppError> {
        let scope = self.runs_to_see(query.connector.as_deref()).await?;
        let filter = filter(&query, &scope);
        self.state.recorder.flush().await;
        let store = &self.state.store;
        let listed = store.runs(&scope.environment, &filter).await;
        let mut rows: Vec<_> = listed.map_err(store_fault)?.into_iter().map(row).collect();
        let has_older = rows.len() > PAGE;
        rows.truncate(PAGE);
        let found = store
            .count_runs(&scope.environment, &filter, i64::from(RunPage::COUNTED) + 1)
            .await;
        Ok(RunPage {
            older: rows.last().filter(|_| has_older).map(|row| row.id.clone()),
            rows,
            found: u32::try_from(found.map_err(store_fault)?).unwrap_or(u32::MAX),
            connector: match &query.connector {
                Some(connector) => Some(self.connector_drift(connector).await?),
                None => None,
            },
            of_everybody: scope.of_everybody,
        })
    }

    pub(super) async fn choices_of_runs(
        &self,
        connector: Option<String>,
    ) -> Result<RunChoices, AppError> {
        let scope = self.runs_to_see(connector.as_deref()).await?;
        let query = RunQuery {
            connector,
            ..RunQuery::default()
        };
        self.state.recorder.flush().await;
        let store = &self.state.store;
        let wanted = filter(&query, &scope);
        let found = store.run_choices(&scope.environment, &wanted).await;
        let found = found.map_err(store_fault)?;
        let told = |choices: Vec<store::RunChoice>| {
            let choice = |store::RunChoice { value, label }| RunChoice { value, label };
            choices.into_iter().map(choice).collect::<Vec<_>>()
        };
        Ok(RunChoices {
            connectors: told(found.connectors),
            operations: told(found.operations),
            people: match scope.of_everybody {
                true => told(found.people),
                false => Vec::new(),
            },
            connections: told(found.connections),
            // The number of a version says something beside its connector alone.
            versions: match query.connector {
                Some(_) => found.versions,
                None => Vec::new(),
            },
        })
    }

    /// Whose runs the person who asks may see, of a connector or where they work.
    async fn runs_to_see(&self, connector: Option<&str>) -> Result<Scope, AppError> {
        let member = match connector {
            Some(connector) => self.member_for(Need::Use, connector).await?,
            None => self.member_here(Need::Use).await?,
        };
        Ok(Scope {
            of_everybody: member.may(Need::Administer),
            person: member.person.id,
            environment: member.environment,
        })
    }

    async fn connector_drift(&self, connector: &str) -> Result<ConnectorDrift, AppError> {
        let newest = self.kept(connector, None).await?;
        let kept = self.state.store.drifts(connector, newest.number).await;
        let mut operations: BTreeMap<String, Drift> = BTreeMap::new();
        for (operation, text) in kept.map_err(store_fault)? {
            let drift: Drift = serde_json::from_str(&text).map_err(|error| fault(&error))?;
            operations.entry(operation).or_default().merge(&drift);
        }
        let operations = operations
            .into_iter()
            .map(|(operation, drift)| OperationDrift { operation, drift });
        Ok(ConnectorDrift {
            title: read(&newest)?.title().to_owned(),
            version: newest.number,
            operations: operations.collect(),
        })
    }
}

/// Whose runs somebody may see.
struct Scope {
    /// Their own id.
    person: String,
    environment: String,
    /// Whether those of everybody in it.
    of_everybody: bool,
}

/// The runs that somebody asks for, among those that they may see.
fn filter<'a>(query: &'a RunQuery, scope: &'a Scope) -> RunFilter<'a> {
    let since = query
        .within
        .milliseconds()
        .map(|past| now().saturating_sub(past));
    RunFilter {
        person: match scope.of_everybody {
            true => query.person.as_deref(),
            false => Some(scope.person.as_str()),
        },
        connector: query.connector.as_deref(),
        operation: query.operation.as_deref(),
        connection: query.connection.as_deref(),
        version: query.version,
        from: query.from.max(since),
        until: query.until,
        ending: match query.wanted {
            RunsWanted::Any => EndingFilter::Any,
            RunsWanted::Succeeded => EndingFilter::Succeeded,
            RunsWanted::Failed => EndingFilter::Failed,
            RunsWanted::Of2xx => EndingFilter::From(200),
            RunsWanted::Of3xx => EndingFilter::From(300),
            RunsWanted::Of4xx => EndingFilter::From(400),
            RunsWanted::Of5xx => EndingFilter::From(500),
            RunsWanted::Spoilt => EndingFilter::Spoilt,
            RunsWanted::Unanswered => EndingFilter::Unanswered,
            RunsWanted::Cancelled => EndingFilter::Cancelled,
            RunsWanted::Stopped => EndingFilter::Stopped,
            RunsWanted::Contradicting => EndingFilter::Contradicting,
        },
        search: &query.search,
        before: query.before.as_deref(),
        count: i64::try_from(PAGE).unwrap_or(i64::MAX).saturating_add(1),
    }
}
