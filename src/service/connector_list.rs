//! Many connectors: the list, and deleting several.

use tenon_app::api::connectors::{ConnectorRow, ListPage, ListRequest, MAX_AT_ONCE, SortBy};
use tenon_app::error::{AppError, ErrorKind};

use super::access::Need;
use super::{RequestBackend, store_fault};
use crate::store::{self, ListColumn, ListedConnector};
use crate::texts::services as t;

/// Nobody writes more into a search.
const MAX_SEARCH: usize = 500;

impl RequestBackend {
    pub(super) async fn page_of_list(&self, request: &ListRequest) -> Result<ListPage, AppError> {
        let (_, environment) = self.person_here(Need::Use).await?;
        if request.query.search.len() > MAX_SEARCH {
            return Err(AppError::invalid(t::search_for_fewer_words()).on("search"));
        }
        let most = i64::try_from(MAX_AT_ONCE).unwrap_or(i64::MAX);
        let query = store::ListQuery {
            search: &request.query.search,
            column: column(request.query.sort),
            descending: request.query.descending,
            from: request.from.into(),
            count: i64::from(request.count).min(most),
        };
        let page = self
            .state
            .store
            .list_connectors(&environment, &query)
            .await
            .map_err(store_fault)?;
        Ok(ListPage {
            rows: page.rows.into_iter().map(row).collect(),
            found: u32::try_from(page.found).unwrap_or(u32::MAX),
            all: u32::try_from(page.all).unwrap_or(u32::MAX),
        })
    }

    pub(super) async fn remove_connectors(&self, ids: &[String]) -> Result<u32, AppError> {
        let (_, environment) = self.person_here(Need::Make).await?;
        not_too_many(ids, |count, most| t::too_many_to_delete(&count, &most))?;
        let deleted = self
            .state
            .store
            .delete_connectors(&environment, ids)
            .await
            .map_err(store_fault)?;
        Ok(u32::try_from(deleted).unwrap_or(u32::MAX))
    }
}

/// Refuses more connectors than anything is done to at once, in words for how many there are and may be.
pub(super) fn not_too_many(
    ids: &[String],
    refusal: impl FnOnce(usize, usize) -> String,
) -> Result<(), AppError> {
    if ids.len() <= MAX_AT_ONCE {
        return Ok(());
    }
    Err(AppError::new(
        ErrorKind::TooLarge,
        refusal(ids.len(), MAX_AT_ONCE),
    ))
}

fn column(sort: SortBy) -> ListColumn {
    match sort {
        SortBy::Title => ListColumn::Title,
        SortBy::Operations => ListColumn::Operations,
        SortBy::Authentication => ListColumn::Authentication,
        SortBy::Version => ListColumn::Version,
        SortBy::Changed => ListColumn::Changed,
    }
}

fn row(listed: ListedConnector) -> ConnectorRow {
    ConnectorRow {
        id: listed.id,
        title: listed.title,
        description: listed.description,
        brand_colour: listed.brand_colour,
        has_icon: listed.has_icon,
        operations: listed.operations,
        authentication: listed.authentication,
        version: listed.version,
        changed_at: listed.changed_at,
        changed_by: listed.changed_by,
    }
}
