//! The sample: a small library of wood joints whose API Tenon answers itself, so that a first test
//! call succeeds with no account and no internet.
//!
//! [`crate::egress::Egress`] hands calls for its host to [`router`] inside the process.

use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenon_connector::ConnectorFiles;

/// The sample connector.
#[must_use]
pub fn connector_files() -> ConnectorFiles {
    ConnectorFiles {
        definition: include_str!("definition.json").to_owned(),
        properties: include_str!("properties.json").to_owned(),
        ..ConnectorFiles::default()
    }
}

/// The sample API.
pub fn router() -> Router {
    Router::new()
        .route("/v1/joints", get(list).post(add))
        .route("/v1/joints/{id}", get(one))
        .fallback(|| async { problem(StatusCode::NOT_FOUND, "The sample has no such address.") })
}

/// A joint, as the API gives it.
#[derive(Clone, Copy, Debug, Serialize)]
struct Joint<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(rename = "use")]
    purpose: &'a str,
    pieces: u32,
    glue: bool,
}

const fn joint(
    id: &'static str,
    name: &'static str,
    purpose: &'static str,
    pieces: u32,
    glue: bool,
) -> Joint<'static> {
    Joint {
        id,
        name,
        purpose,
        pieces,
        glue,
    }
}

/// The library.
const JOINTS: [Joint<'static>; 8] = [
    joint(
        "mortise-and-tenon",
        "Mortise and tenon",
        "Legs and rails of tables",
        2,
        true,
    ),
    joint("dovetail", "Dovetail", "Drawers and boxes", 2, true),
    joint("half-lap", "Half lap", "Crossing pieces of frames", 2, true),
    joint("finger", "Finger joint", "Boxes", 2, true),
    joint("dado", "Dado", "Shelves in cabinets", 2, true),
    joint(
        "scarf",
        "Scarf joint",
        "Beams that must be longer",
        2,
        false,
    ),
    joint(
        "drawbored",
        "Drawbored tenon",
        "Frames of doors, without clamps",
        3,
        false,
    ),
    joint(
        "castle",
        "Castle joint",
        "Legs and rails that come apart",
        3,
        false,
    ),
];

/// What a search asks for.
#[derive(Debug, Deserialize)]
struct Search {
    #[serde(default)]
    search: String,
    #[serde(default = "ten")]
    limit: usize,
}

fn ten() -> usize {
    10
}

/// A joint that is to be added.
#[derive(Debug, Deserialize)]
struct NewJoint {
    #[serde(default)]
    name: String,
    #[serde(default, rename = "use")]
    purpose: String,
    #[serde(default)]
    pieces: u32,
    #[serde(default)]
    glue: bool,
}

fn problem(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "message": message }))).into_response()
}

async fn list(search: Result<Query<Search>, QueryRejection>) -> Response {
    let limits = 1..=50;
    let search = search.ok().filter(|Query(s)| limits.contains(&s.limit));
    let Some(Query(Search { search, limit })) = search else {
        return problem(
            StatusCode::BAD_REQUEST,
            "The limit must be a whole number from 1 to 50.",
        );
    };
    let wanted = search.to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&wanted);
    let matching = JOINTS.iter().filter(|j| holds(j.name) || holds(j.purpose));
    let matching: Vec<_> = matching.collect();
    let total = matching.len();
    let joints: Vec<_> = matching.into_iter().take(limit).collect();
    Json(json!({ "joints": joints, "total": total })).into_response()
}

async fn one(Path(id): Path<String>) -> Response {
    match JOINTS.iter().find(|joint| joint.id == id) {
        Some(joint) => Json(joint).into_response(),
        None => problem(
            StatusCode::NOT_FOUND,
            "There is no such joint. Ask for an id from the list, such as dovetail.",
        ),
    }
}

async fn add(joint: Result<Json<NewJoint>, JsonRejection>) -> Response {
    let new = match joint {
        Ok(Json(new)) if !new.name.trim().is_empty() => new,
        Ok(_) => return problem(StatusCode::BAD_REQUEST, "A joint needs a name."),
        Err(error) => return problem(StatusCode::BAD_REQUEST, &error.body_text()),
    };
    let words: Vec<_> = new.name.split_whitespace().map(str::to_lowercase).collect();
    let kept = Joint {
        id: &words.join("-"),
        name: &new.name,
        purpose: &new.purpose,
        pieces: new.pieces,
        glue: new.glue,
    };
    (StatusCode::CREATED, Json(kept)).into_response()
}
