//! Sending a file while the page shows how much of it is on the server. The client of server functions cannot tell, for
//! `fetch` has no word of it; so this asks at the same address by an `XMLHttpRequest`.

use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::form::whole;
use crate::error::AppError;

/// Calls the server function at a path with a form, and says how many bytes of the form are sent as it goes. Who drops it
/// ends the request.
///
/// # Errors
/// What the server says, or that it cannot be reached.
pub(super) async fn send<T: DeserializeOwned>(
    path: &str,
    form: &web_sys::FormData,
    on_sent: impl Fn(u64) + 'static,
) -> Result<T, AppError> {
    let request = Ended(web_sys::XmlHttpRequest::new().map_err(lost)?);
    let request = &request.0;
    request.open_with_async("POST", path, true).map_err(lost)?;
    request
        .set_request_header("Accept", "application/json")
        .map_err(lost)?;
    let progress =
        Closure::<dyn FnMut(web_sys::ProgressEvent)>::new(move |event: web_sys::ProgressEvent| {
            on_sent(whole(event.loaded()))
        });
    let upload = request.upload().map_err(lost)?;
    upload.set_onprogress(Some(progress.as_ref().unchecked_ref()));
    let over = js_sys::Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
    request.send_with_opt_form_data(Some(form)).map_err(lost)?;
    JsFuture::from(over).await.map_err(lost)?;
    let status = request.status().map_err(lost)?;
    let text = request.response_text().map_err(lost)?;
    let text = text.unwrap_or_default();
    match status {
        0 => Err(lost(JsValue::NULL)),
        200..300 => serde_json::from_str(&text)
            .map_err(|error| unreadable(ServerFnErrorErr::Deserialization(error.to_string()))),
        _ => Err(AppError::de(text.into())),
    }
}

/// A request that ends when nobody waits for it any more.
struct Ended(web_sys::XmlHttpRequest);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.set_onloadend(None);
        // One that is over cannot be ended, and need not be.
        let _ = self.0.abort();
    }
}

fn lost(_: JsValue) -> AppError {
    unreadable(ServerFnErrorErr::Request(String::new()))
}

fn unreadable(error: ServerFnErrorErr) -> AppError {
    AppError::from_server_fn_error(error)
}
