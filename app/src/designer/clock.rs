//! The present moment, and moments as the reader's browser writes them. For events and effects only:
//! the server knows neither.

use wasm_bindgen::JsValue;

use crate::language::reading_tag;

/// Milliseconds since 1970, UTC.
pub(super) fn now() -> i64 {
    js_sys::Date::now()
        .trunc()
        .to_string()
        .parse()
        .unwrap_or_default()
}

/// The time of day of a moment, with the day when that is not today.
pub(super) fn clock(at: i64) -> String {
    written(at).unwrap_or_default()
}

fn written(at: i64) -> Option<String> {
    let language = reading_tag();
    let date = js_sys::Date::new(&JsValue::from_f64(at.to_string().parse().ok()?));
    let is_today = date.to_date_string() == js_sys::Date::new_0().to_date_string();
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"timeStyle".into(), &"short".into()).ok()?;
    if !is_today {
        js_sys::Reflect::set(&options, &"dateStyle".into(), &"medium".into()).ok()?;
    }
    date.to_locale_string(&language, &options).as_string()
}
