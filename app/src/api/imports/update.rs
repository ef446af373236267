//! Updating a connector from a new version of what it was imported from: look at the merge first, keep it afterwards.

use leptos::prelude::*;
use leptos::server_fn::codec::{Json, MultipartData, MultipartFormData};
use serde::{Deserialize, Serialize};

use crate::api::versions::Comparison;
use crate::error::AppError;

/// A connector before its update.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateStart {
    /// Its title.
    pub title: String,
    /// Its last import; none where it came from none.
    pub last: Option<LastImport>,
}

/// The last import of a connector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastImport {
    /// Where it came from: a file name, an address, or that it was pasted.
    pub source: String,
    /// When: milliseconds since 1970, UTC.
    pub imported_at: i64,
    /// The IDs of the operations that were not wanted.
    pub left_out: Vec<String>,
}

/// What a maker wants of an update.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateChoice {
    /// The connector's id.
    pub connector: String,
    /// The version that the maker looked at; none: nothing was looked at yet.
    pub version: Option<i64>,
    /// The IDs of the operations that are taken of the source; none: the whole source.
    pub operations: Option<Vec<String>>,
    /// For each clash, whether the connector's value stays; for those that are not named it does.
    pub mine: Vec<bool>,
    /// Where the file came from.
    pub source: String,
}

/// What an update comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UpdatePreview {
    /// The version that it was made on.
    pub version: i64,
    /// Whether the last import is known. If not, all that differs is a clash.
    pub has_base: bool,
    /// The places that makers and the source changed in different ways.
    pub clashes: Vec<UpdateClash>,
    /// The other files of the package that both changed; those of the source are taken.
    pub files: Vec<String>,
    /// What changes in the connector under the choice.
    pub changes: Comparison,
}

/// A place that makers and the source changed in different ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateClash {
    /// The place as a person knows it.
    pub place: String,
    /// What stood there in the last import.
    pub base: String,
    /// What the connector has.
    pub mine: String,
    /// What the source has now.
    pub theirs: String,
}

#[cfg(feature = "ssr")]
impl UpdateClash {
    /// A conflict of a merge in words.
    #[must_use]
    pub fn of(
        conflict: &tenon_connector::merge::MergeConflict,
        connector: &tenon_connector::Connector,
    ) -> Self {
        use crate::designer::conflicts::{place_in_words, value_in_words};
        Self {
            place: place_in_words(conflict.part, &conflict.path, connector),
            base: value_in_words(conflict.base.as_ref()),
            mine: value_in_words(conflict.mine.as_ref()),
            theirs: value_in_words(conflict.theirs.as_ref()),
        }
    }
}

/// What is known of a connector before its update.
#[server(endpoint = "begin-update", input = Json)]
pub async fn begin_update(id: String) -> Result<UpdateStart, AppError> {
    crate::backend::backend()?.update_start(id).await
}

/// Says what the update of the form comes to: its `file` and the `choice` (an [`UpdateChoice`] in JSON).
#[server(endpoint = "preview-update", input = MultipartFormData)]
pub async fn preview_update(data: MultipartData) -> Result<UpdatePreview, AppError> {
    let form = super::upload::read(data).await?;
    let choice = form.choice()?;
    crate::backend::backend()?
        .preview_update(form.file, choice)
        .await
}

/// Keeps the update of the form as a new version; its number.
#[server(endpoint = "keep-update", input = MultipartFormData)]
pub async fn keep_update(data: MultipartData) -> Result<i64, AppError> {
    let form = super::upload::read(data).await?;
    let choice = form.choice()?;
    crate::backend::backend()?
        .keep_update(form.file, choice)
        .await
}
