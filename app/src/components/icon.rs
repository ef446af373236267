//! The icons: strokes on a grid of 24 by 24.

use leptos::prelude::*;

/// An icon. It says nothing to those who do not see it; whatever it stands in has a name.
#[component]
pub fn Icon(
    /// Which; see [`strokes`].
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d=strokes(name)></path>
        </svg>
    }
}

/// The strokes of an icon; nothing for a name that has none.
fn strokes(name: &str) -> &'static str {
    match name {
        "account" => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5a7.5 7.5 0 0 1 15 0",
        "alert" => "M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.1",
        "arrow-down" => "M12 5v14M6 13l6 6 6-6",
        "arrow-up" => "M12 19V5M6 11l6-6 6 6",
        "check" => "m5 12.5 4.5 4.5L19 7",
        "chevron-down" => "m6 9.5 6 6 6-6",
        "chevron-right" => "m9.5 6 6 6-6 6",
        "close" => "m6 6 12 12M18 6 6 18",
        "code" => "m8.5 7-5 5 5 5M15.5 7l5 5-5 5",
        "connector" => "M4 5.5h7v5h3.5v3H11v5H4zM20 5.5h-5.5v2.5M20 18.5h-5.5V16M20 5.5v13",
        "copy" => "M9 9h11v11H9zM15 9V4H4v11h5",
        "download" => "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
        "edit" => "m4 20 1-4.5L16.5 4 20 7.5 8.5 19z",
        "external" => "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
        "file" => "M6 3h8l4.5 4.5V21H6zM14 3v5h4.5",
        "history" => "M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2",
        "info" => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 11v5.5M12 7.6v.1",
        "key" => "M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8M11 12l8-8M16 7l3 3",
        "keyboard" => "M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M18 10v.01M7.5 14h9",
        "link" => {
            "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3"
        }
        "list" => "M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5v.01M4 12v.01M4 17.5v.01",
        "lock" => "M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
        "menu" => "M4 6.5h16M4 12h16M4 17.5h16",
        "moon" => "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5",
        "more" => "M5.5 12v.01M12 12v.01M18.5 12v.01",
        "package" => "m12 3 8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9",
        "play" => "M7 4.5v15l12-7.5z",
        "plus" => "M12 5v14M5 12h14",
        "redo" => "m15 5 5 5-5 5M20 10H9.5a5.5 5.5 0 0 0 0 11H13",
        "sample" => {
            "M9.5 3.5h5M10.5 3.5v6L5 19a1 1 0 0 0 .9 1.5h12.2A1 1 0 0 0 19 19l-5.5-9.5v-6M7.5 15h9"
        }
        "save" => "M4.5 4.5h12l3 3v12h-15zM8 4.5V9h7V4.5M8 19.5V14h8v5.5",
        "search" => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20.5 20.5",
        "sign-out" => "M10 4H4.5v16H10M15 7.5l4.5 4.5-4.5 4.5M19.5 12H9.5",
        "sort" => "m8 9.5 4-4 4 4M8 14.5l4 4 4-4",
        "sun" => {
            "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2.5V4M12 20v1.5M2.5 12H4M20 12h1.5M5.3 5.3l1 1M17.7 17.7l1 1M5.3 18.7l1-1M17.7 6.3l1-1"
        }
        "system" => "M3.5 5h17v11h-17zM8.5 20h7M12 16v4",
        "trash" => "M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6",
        "undo" => "m9 5-5 5 5 5M4 10h10.5a5.5 5.5 0 0 1 0 11H11",
        "upload" => "M12 16V4.5M7 9l5-5 5 5M4.5 20h15",
        _ => "",
    }
}
