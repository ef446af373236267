//! Reading a large file in a worker of the browser: the page stays free meanwhile, and nothing is sent.

use leptos::prelude::{document, window};
use serde::Serialize;
use tenon_connector::read::Refusal;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::form::{Origin, json};
use crate::api::imports::{ImportPreview, Referred};
use crate::error::AppError;

/// The attribute of the root element in which the server names the script of the worker (`shell`), which is made of
/// `app/connector/src/reader.js`.
const SCRIPT: &str = "data-reader";

/// How long the worker may take until it is there, in milliseconds.
const START: i32 = 30_000;
/// How long it may take to read one file. The largest take a few seconds; a phone that needs longer than this has too
/// little memory for them.
const READ: i32 = 120_000;

/// What the worker is told of a file beside its bytes.
#[derive(Serialize)]
struct Head<'f> {
    name: &'f str,
    address: Option<&'f str>,
    referred: &'f [Referred],
}

/// What is asked of the worker: a file, where it came from, and what it refers to.
///
/// # Errors
/// When it cannot be written.
pub(super) fn request(file: &web_sys::File, origin: &Origin) -> Result<JsValue, AppError> {
    let head = json(&Head {
        name: &file.name(),
        address: origin.address.as_deref(),
        referred: &origin.referred,
    })?;
    Ok(js_sys::Array::of2(&head.into(), file).into())
}

/// What the file of a request holds, or why it cannot be read; none where no worker can be had, or where it broke down
/// or took too long: the server reads the file then. Who drops it ends the worker.
pub(super) async fn preview(request: &JsValue) -> Option<Result<ImportPreview, Refusal>> {
    let script = document().document_element()?.get_attribute(SCRIPT)?;
    let options = web_sys::WorkerOptions::new();
    options.set_type(web_sys::WorkerType::Module);
    let worker = web_sys::Worker::new_with_options(&script, &options);
    let worker = Ended(worker.ok()?);
    worker.says(START).await?;
    worker.0.post_message(request).ok()?;
    let text = worker.says(READ).await?;
    let text: js_sys::Uint8Array = text.dyn_into().ok()?;
    serde_json::from_slice(&text.to_vec()).ok()
}

/// A worker that ends when nobody waits for it any more.
struct Ended(web_sys::Worker);

impl Ended {
    /// What it says next; none where it has nothing to say, fails, or says nothing for so many milliseconds. It speaks
    /// once, and then only when it is asked, so that nothing is missed.
    async fn says(&self, within: i32) -> Option<JsValue> {
        let (worker, window) = (&self.0, window());
        let mut timer = None;
        let said = js_sys::Promise::new(&mut |said, _| {
            worker.set_onmessage(Some(&said));
            worker.set_onerror(Some(&said));
            timer = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&said, within)
                .ok();
        });
        let said = JsFuture::from(said).await.ok()?;
        if let Some(timer) = timer {
            window.clear_timeout_with_handle(timer);
        }
        let message: web_sys::MessageEvent = said.dyn_into().ok()?;
        Some(message.data()).filter(|data| !data.is_null())
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.terminate();
    }
}
