//! Custom code (spec section F).

mod code;

use crate::document::Path;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;
use code::Code;

rules! {
    /// The platform runs the method `ExecuteAsync` of the class `Script`, which is a `ScriptBase`, and allows certain
    /// namespaces only. Write the class so.
    SCRIPT_CLASS = "G35-script-class", -, Error, Always,
        "Custom code has the class “Script” with “ExecuteAsync”";

    /// The platform is about to forbid clients of one's own. Send requests with `Context.SendAsync`.
    SCRIPT_CLIENT = "G36-script-httpclient", -, Warning, Always,
        "Custom code sends requests by its context";

    /// A brace or parenthesis that does not close is usually a file that was cut off. Close it.
    SCRIPT_BALANCE = "G46-script-balance", -, Warning, Always,
        "The braces and parentheses of custom code close";

    /// Two libraries that custom code may use have a `Formatting`, so its name alone can mean either, and the code may
    /// not compile. Write `Newtonsoft.Json.Formatting`.
    SCRIPT_FORMATTING = "ScriptFormattingAmbiguous", -, Warning, Always,
        "Custom code says which “Formatting” it means";
}

/// The namespaces that code may use, with those below them.
const NAMESPACES: &[&str] = &[
    "System",
    "System.Collections",
    "System.Collections.Generic",
    "System.Diagnostics",
    "System.Drawing",
    "System.Drawing.Drawing2D",
    "System.Drawing.Imaging",
    "System.IO",
    "System.IO.Compression",
    "System.Linq",
    "System.Net",
    "System.Net.Http",
    "System.Net.Http.Headers",
    "System.Net.Security",
    "System.Security.Authentication",
    "System.Security.Cryptography",
    "System.Security.Cryptography.X509Certificates",
    "System.Globalization",
    "System.Runtime.Serialization",
    "System.Text",
    "System.Text.RegularExpressions",
    "System.Threading",
    "System.Threading.Tasks",
    "System.Web",
    "System.Xml",
    "System.Xml.Linq",
    "Microsoft.Extensions.Logging",
    "Newtonsoft.Json",
    "Newtonsoft.Json.Linq",
    "Newtonsoft.Json.Serialization",
];

pub(super) fn check(report: &mut Report<'_>) {
    let Some(text) = report.model().connector().script() else {
        return;
    };
    let root = Path::root();
    let place = Place::of(&root);
    let code = Code::of(text);
    if !code.has(&["class", "Script", ":", "ScriptBase"]) || !code.has(&["ExecuteAsync", "("]) {
        report.find(&SCRIPT_CLASS, &place, || {
            message!(
                "The code must have “class Script : ScriptBase” with the method “ExecuteAsync”."
            )
        });
    }
    for name in code.namespaces() {
        if !NAMESPACES.contains(&name.as_str()) {
            report.find(&SCRIPT_CLASS, &place, || {
                message!(
                    "The code uses the namespace “{name}”, which the platform does not allow.",
                    name
                )
            });
        }
    }
    if code.has(&["new", "HttpClient"]) {
        report.find(&SCRIPT_CLIENT, &place, || {
            message!(
                "The code makes an “HttpClient”. Send requests with “Context.SendAsync” instead."
            )
        });
    }
    if code.uses_bare("Formatting") {
        report.find(&SCRIPT_FORMATTING, &place, || {
            message!("The code names “Formatting” without its library. Write “Newtonsoft.Json.Formatting”.")
        });
    }
    if let Some(line) = code.unbalanced() {
        report.find(&SCRIPT_BALANCE, &place, || {
            message!(
                "The brace, bracket or parenthesis in line {line} of the code has no partner.",
                line
            )
        });
    }
}
