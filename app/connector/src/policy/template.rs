//! The policy templates with their exact parameters (spec section E).

/// When a policy runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Before the request goes to the API.
    Request,
    /// When the answer of the API has come.
    Response,
    /// When the call has failed.
    Failure,
}

impl Section {
    /// The value of `x-ms-apimTemplate-policySection`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "Request",
            Self::Response => "Response",
            Self::Failure => "Failure",
        }
    }

    /// The section that a text names, in any letter case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Request, Self::Response, Self::Failure]
            .into_iter()
            .find(|section| section.as_str().eq_ignore_ascii_case(text))
    }
}

/// What a parameter of a template takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// A text, in which expressions may stand.
    Text,
    /// One of these, or an expression.
    OneOf(&'static [&'static str]),
    /// True or false, as a text or as itself.
    Flag,
    /// A whole number, as a text or as itself.
    Whole,
    /// An object of texts.
    Object,
}

/// A parameter of a template.
#[derive(Debug, PartialEq, Eq)]
pub struct TemplateParameter {
    /// Its name, without the prefix.
    pub name: &'static str,
    /// Whether an instance must have it.
    pub required: bool,
    /// What it takes.
    pub kind: ParameterKind,
}

/// A policy template.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// `templateId`.
    pub id: &'static str,
    /// Its title as makers see it.
    pub title: &'static str,
    /// Its parameters.
    pub parameters: &'static [TemplateParameter],
    /// The sections that it can run in; empty: it has none.
    pub sections: &'static [Section],
}

impl Template {
    /// The parameter of this name, in any letter case.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static TemplateParameter> {
        self.parameters
            .iter()
            .find(|known| known.name.eq_ignore_ascii_case(name))
    }
}

const fn needs(name: &'static str) -> TemplateParameter {
    TemplateParameter {
        name,
        required: true,
        kind: ParameterKind::Text,
    }
}

const fn takes(name: &'static str) -> TemplateParameter {
    TemplateParameter {
        name,
        required: false,
        kind: ParameterKind::Text,
    }
}

const fn takes_kind(name: &'static str, kind: ParameterKind) -> TemplateParameter {
    TemplateParameter {
        name,
        required: false,
        kind,
    }
}

const EXISTS_ACTION: TemplateParameter = takes_kind(
    "existsAction",
    ParameterKind::OneOf(&["override", "skip", "append"]),
);
const METHODS: &[&str] = &["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];

static TEMPLATES: [Template; 16] = [
    Template {
        id: "setheader",
        title: "Set HTTP header",
        parameters: &[needs("name"), needs("value"), EXISTS_ACTION],
        sections: &[Section::Request, Section::Response, Section::Failure],
    },
    Template {
        id: "setqueryparameter",
        title: "Set query string parameter",
        parameters: &[needs("name"), needs("value"), EXISTS_ACTION],
        sections: &[Section::Request],
    },
    Template {
        id: "dynamichosturl",
        title: "Set host URL",
        parameters: &[needs("urlTemplate")],
        sections: &[Section::Request],
    },
    Template {
        id: "dynamicsubdomain",
        title: "Set subdomain",
        parameters: &[needs("urlTemplate")],
        sections: &[Section::Request],
    },
    Template {
        id: "routerequesttoendpoint",
        title: "Route request",
        parameters: &[
            needs("newPath"),
            takes_kind("httpMethod", ParameterKind::OneOf(METHODS)),
        ],
        sections: &[Section::Request],
    },
    Template {
        id: "setproperty",
        title: "Set property",
        parameters: &[
            takes("newPropertyParentPathTemplate"),
            needs("newPropertySubPathTemplate"),
            needs("propertyValuePathTemplate"),
        ],
        sections: &[Section::Request, Section::Response],
    },
    Template {
        id: "convertarraytoobject",
        title: "Convert an array to an object",
        parameters: &[
            takes("propertyParentPath"),
            takes("propertySubPath"),
            needs("keyWithinCollectionPath"),
            takes("newPropertyPath"),
            takes_kind("retainKey", ParameterKind::Flag),
        ],
        sections: &[Section::Request, Section::Response],
    },
    Template {
        id: "convertobjecttoarray",
        title: "Convert an object to an array",
        parameters: &[
            takes("propertyParentPath"),
            takes("propertySubPath"),
            takes("newPropertyPath"),
            takes("keyName"),
            takes("valueName"),
        ],
        sections: &[Section::Request, Section::Response],
    },
    Template {
        id: "stringtoarray",
        title: "Convert delimited string into array of objects",
        parameters: &[
            takes("propertyParentPath"),
            takes("propertySubPath"),
            needs("delimiterList"),
            needs("childPropertyName"),
            takes("newPropertyPath"),
        ],
        sections: &[Section::Request, Section::Response],
    },
    Template {
        id: "stringreplace",
        title: "Replace text in a property",
        parameters: &[
            takes("propertyParentPath"),
            takes("propertySubPath"),
            needs("sourceString"),
            takes("replacementString"),
            takes("newPropertyPath"),
        ],
        sections: &[Section::Request, Section::Response],
    },
    Template {
        id: "encodepropertyvalue",
        title: "Encode property value",
        parameters: &[
            takes("propertyParentPath"),
            takes("propertySubPath"),
            takes("newPropertyPath"),
        ],
        sections: &[Section::Request, Section::Response],
    },
    Template {
        id: "setvaluefromurl",
        title: "Set header or query parameter from a URL",
        parameters: &[
            needs("parameterTemplate"),
            takes_kind("httpMethod", ParameterKind::OneOf(&["GET", "POST", "PUT"])),
            needs("parameterValueUrl"),
            needs("parameterValuePathTemplate"),
        ],
        sections: &[Section::Request],
    },
    Template {
        id: "updatenextlink",
        title: "Update next link",
        parameters: &[
            needs("nextLinkPropertyName"),
            takes("nextLinkParentPropertyPath"),
        ],
        sections: &[Section::Response],
    },
    Template {
        id: "pollingtrigger",
        title: "Polling trigger",
        parameters: &[
            TemplateParameter {
                name: "triggerConfig",
                required: true,
                kind: ParameterKind::Object,
            },
            takes("triggerDataPath"),
        ],
        sections: &[],
    },
    Template {
        id: "moveproperties",
        title: "Move properties",
        parameters: &[
            needs("srcParentPath"),
            needs("srcSubPath"),
            needs("dstParentPath"),
            takes("dstSubPath"),
            takes_kind("copyOnlySubProperties", ParameterKind::Flag),
        ],
        sections: &[Section::Request, Section::Response],
    },
    Template {
        id: "setconnectionstatustounauthenticated",
        title: "Set connection status to unauthenticated",
        parameters: &[TemplateParameter {
            name: "statusCode",
            required: true,
            kind: ParameterKind::Whole,
        }],
        sections: &[Section::Response],
    },
];

/// Every template.
#[must_use]
pub fn templates() -> &'static [Template] {
    &TEMPLATES
}

/// The template of this id, in any letter case.
#[must_use]
pub fn template(id: &str) -> Option<&'static Template> {
    TEMPLATES
        .iter()
        .find(|template| template.id.eq_ignore_ascii_case(id))
}
