//! Colour, publisher, gateway, and custom code as far as the properties name it.

use serde_json::{Map, Value};

use crate::Part;
use crate::document::Path;
use crate::lint::Fix;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::{Message, message, phrase};
use crate::policy::instances;

rules! {
    /// A connector without a colour of its own looks like every other one, and the platform insists on one. Choose one.
    COLOR_REQUIRED = "PropertiesColorRequired", -, Error, Always,
        "The properties have a colour";

    /// A colour is written as a hash and six hexadecimal digits: `#1b5e20`. Write it so.
    COLOR = "G34-color-hex", -, Error, Always,
        "The colour is a hash and six hexadecimal digits";

    /// White and the blue that every new connector has tell nobody whose connector it is. Choose the colour of the
    /// brand.
    ICON = "G08-icon", -, Warning, Certification,
        "Colour and icon are the brand's own, and fit";

    /// Connectors of independent publishers share one colour. Make it `#da3b01`.
    ICON_OF_PUBLISHER = "G09-icon-ip", -, Error, IndependentPublisher,
        "The colour is that of independent publishers";

    /// Certification wants to know who publishes the connector and who owns the API. Name both.
    PUBLISHER = "G23-publisher", -, Warning, Certification,
        "Publisher and owner of the API are named";

    /// Custom code is attached to operations by their IDs, and there is none of this ID. Correct or remove it.
    SCRIPT_OPERATIONS = "G37-script-operations", -, Error, Always,
        "Custom code names operations that are there";

    /// A gateway carries requests to a machine that the platform does not reach, with user name and password at most:
    /// neither keys, OAuth, custom code nor the policy “Set host URL” work with it.
    GATEWAY = "G43-gateway", -, Error, Always,
        "Nothing is used with a gateway that does not work with it";
}

/// An icon must be smaller than this.
const MAX_ICON_BYTES: usize = 1024 * 1024;

/// The colour that independent publishers must use.
const PUBLISHERS_COLOR: &str = "#da3b01";

pub(super) fn check(report: &mut Report<'_>) {
    let Some(properties) = report.model().properties() else {
        return;
    };
    let path = Path::of(["properties"]);
    let place = Place::of(&path);
    check_color(properties, &place, report);
    check_publisher(properties, &place, report);
    check_script_operations(properties, &place, report);
    check_gateway(properties, &place, report);
}

fn check_color(properties: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(color) = properties.get("iconBrandColor").and_then(Value::as_str) else {
        if !properties.contains_key("iconBrandColor") {
            report.find(&COLOR_REQUIRED, place, || {
                message!("The connector has no colour. Choose “iconBrandColor”.")
            });
        }
        return;
    };
    let place = place.key("iconBrandColor");
    let digits = color.strip_prefix('#').unwrap_or_default();
    if digits.len() != 6 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        report.find(&COLOR, &place, || {
            message!("“{color}” is no colour. Write a hash and six hexadecimal digits, such as “#1b5e20”.", color)
        });
        return;
    }
    if ["#007ee5", "#ffffff"]
        .iter()
        .any(|common| common.eq_ignore_ascii_case(color))
    {
        report.find(&ICON, &place, || {
            message!(
                "“{color}” is nobody's own colour. Choose that of the brand.",
                color
            )
        });
    }
    if !color.eq_ignore_ascii_case(PUBLISHERS_COLOR) {
        report.find_with_fix(&ICON_OF_PUBLISHER, &place, || {
            let fix = Fix::set(
                message!(
                    "Make the colour “{publishers_color}”",
                    publishers_color = PUBLISHERS_COLOR
                ),
                place.path(),
                PUBLISHERS_COLOR,
            );
            let message = message!(
                "Connectors of independent publishers have the colour “{publishers_color}”.",
                publishers_color = PUBLISHERS_COLOR
            );
            (message, fix.within(Part::Properties))
        });
    }
}

/// Looks at the icon file.
pub(in crate::lint::rules) fn check_icon(report: &mut Report<'_>) {
    let Some(icon) = report.model().connector().icon() else {
        return;
    };
    let root = Path::root();
    let place = Place::of(&root);
    let is_jpeg = icon.starts_with(b"\xff\xd8\xff");
    if icon.len() >= MAX_ICON_BYTES {
        report.find(&ICON, &place, || {
            message!("The icon has a megabyte or more. Make it smaller.")
        });
    }
    match png_size(&icon) {
        None if !is_jpeg => {
            report.find(&ICON, &place, || {
                message!("The icon is no PNG file. Save it as one.")
            });
        }
        Some((width, height)) if width != height || !(100..=230).contains(&width) => {
            report.find(&ICON, &place, || {
                message!(
                    "The icon is {width} × {height} pixels. Make it a square of 100 to 230.",
                    width,
                    height
                )
            });
        }
        _ => {}
    }
}

/// Width and height of a PNG file, from its first chunk.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let bytes = bytes.get(at..at + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    bytes.starts_with(b"\x89PNG\r\n\x1a\n").then_some(())?;
    Some((number(16)?, number(20)?))
}

fn check_publisher(properties: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    for (key, what) in [
        ("publisher", phrase!("who publishes it")),
        ("stackOwner", phrase!("who owns the API")),
    ] {
        let name = properties
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default();
        if name.trim().is_empty() {
            report.find(&PUBLISHER, place, || {
                message!(
                    "The connector does not say {what}. Name it in “{key}”.",
                    what,
                    key
                )
            });
        }
    }
}

fn check_script_operations(
    properties: &Map<String, Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let list = properties.get("scriptOperations").and_then(Value::as_array);
    let list = list.map_or(&[][..], Vec::as_slice);
    let place = place.key("scriptOperations");
    for (index, id) in list.iter().enumerate() {
        if let Some(id) = id.as_str() {
            expect_operation(
                id,
                &message!("Custom code"),
                &SCRIPT_OPERATIONS,
                &place.item(list, index),
                report,
            );
        }
    }
}

/// Tells when something names an operation that is not there.
pub(super) fn expect_operation(
    id: &str,
    who: &Message,
    rule: &'static crate::lint::Rule,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let model = report.model();
    if model.operation(id).is_none() {
        report.find(rule, place, || {
            let near = model.meant_operation(id);
            message!(
                "{who} names the operation “{id}”, which is not there.{near}",
                who,
                id,
                near
            )
        });
    }
}

fn check_gateway(properties: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let list = properties.get("capabilities").and_then(Value::as_array);
    let list = list.map_or(&[][..], Vec::as_slice);
    let gateway = list
        .iter()
        .position(|name| name.as_str() == Some("gateway"));
    let Some(index) = gateway else {
        return;
    };
    let connector = report.model().connector();
    let schemes = connector
        .definition()
        .get("securityDefinitions")
        .and_then(Value::as_object);
    let kind = |json: &Value| json.get("type").and_then(Value::as_str).map(str::to_owned);
    let kinds: Vec<String> = schemes
        .into_iter()
        .flatten()
        .filter_map(|(_, json)| kind(json))
        .collect();
    let mut beside = Vec::new();
    if kinds.iter().any(|kind| kind == "apiKey") {
        beside.push(phrase!("API keys"));
    }
    if kinds.iter().any(|kind| kind == "oauth2") {
        beside.push(phrase!("OAuth"));
    }
    if connector.script().is_some() {
        beside.push(phrase!("custom code"));
    }
    if instances(connector.properties())
        .any(|policy| policy.template_id().eq_ignore_ascii_case("dynamichosturl"))
    {
        beside.push(phrase!("the policy “Set host URL”"));
    }
    if !beside.is_empty() {
        let place = place.key("capabilities");
        report.find(&GATEWAY, &place.item(list, index), || {
            message!("With a gateway these do not work: {beside}. Remove them, or do without the gateway.", beside = Message::listed(&beside))
        });
    }
}
