//! How calls with a connection of one way authenticate.

use super::{Way, asked, key_of, scheme};
use crate::Connector;
use crate::properties::{Authentication, KeyLocation, ParameterKind};

impl Way {
    /// How calls with a connection of this way authenticate. A set authenticates by the security definition that serves it;
    /// where none does, its values are for policies alone, as those of the only way.
    #[must_use]
    pub fn authentication(self, connector: &Connector) -> Authentication {
        match self {
            Self::Only => Authentication::of(connector),
            Self::Set(_) => self.by_parameters(connector),
        }
    }

    /// The authentication that the connection parameters are for, of several security definitions.
    pub(crate) fn by_parameters(self, connector: &Connector) -> Authentication {
        let parameters = self.parameters(connector);
        let mut tokens = parameters
            .iter()
            .filter(|p| p.kind() == ParameterKind::OAuth);
        if let Some(token) = tokens.next() {
            return Authentication::OAuth {
                parameter: token.key().to_owned(),
            };
        }
        let has = |key: &str| parameters.iter().any(|p| p.key() == key);
        let basic = scheme::of_type(connector, self, "basic");
        if basic.is_some() && has(asked::USER) && has(asked::PASSWORD) {
            return Authentication::Basic {
                user: asked::USER.to_owned(),
                password: asked::PASSWORD.to_owned(),
            };
        }
        let key = key_of(&parameters);
        match key.zip(scheme::of_type(connector, self, "apiKey")) {
            None => Authentication::None,
            Some((key, (_, scheme))) => {
                let text = |name| scheme.get(name).and_then(|text| text.as_str());
                Authentication::ApiKey {
                    parameter: key.to_owned(),
                    location: match text("in") {
                        Some("query") => KeyLocation::Query,
                        _ => KeyLocation::Header,
                    },
                    name: text("name").unwrap_or_default().to_owned(),
                }
            }
        }
    }
}
