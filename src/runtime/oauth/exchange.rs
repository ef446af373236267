//! One token request: what the library writes, shaped as the provider wants it; what the provider answers, shaped as
//! the library reads it. The only place that knows of odd shapes on the wire.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use axum::http::{Request, Response};
use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::Method;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};
use tenon_connector::security::oauth::{
    ClientProof, Endpoint, Hop, TemplateError, TokenAnswer, TokenCarrier, token_answer,
};
use thiserror::Error;
use url::{Url, form_urlencoded};

use super::record::Recorder;
use super::{AskedWith, Client, Tokens, append};
use crate::egress::{Egress, EgressError, OutgoingRequest};

const FORM: &str = "application/x-www-form-urlencoded";

/// Why the library gets no answer. The record of the step has the words.
#[derive(Debug, Error)]
pub(super) enum ExchangeError {
    #[error(transparent)]
    Egress(#[from] EgressError),
    #[error(transparent)]
    Template(#[from] TemplateError),
    #[error("the address cannot be read")]
    Address,
    #[error("the provider granted no token")]
    NotGranted,
}

/// A token request under way.
pub(super) struct Exchange<'a> {
    client: &'a Client,
    egress: &'a Egress,
    with: &'a AskedWith,
    now: i64,
    hop: Mutex<Option<Hop>>,
}

/// A request as it goes out.
struct Shaped {
    method: Method,
    url: Url,
    kind: &'static str,
    body: String,
    authorization: Option<HeaderValue>,
}

impl<'c> AsyncHttpClient<'c> for Exchange<'_> {
    type Error = ExchangeError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, ExchangeError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

impl<'a> Exchange<'a> {
    pub(super) fn new(
        client: &'a Client,
        egress: &'a Egress,
        with: &'a AskedWith,
        now: i64,
    ) -> Self {
        Self {
            client,
            egress,
            with,
            now,
            hop: Mutex::new(None),
        }
    }

    pub(super) fn now(&self) -> i64 {
        self.now
    }

    pub(super) fn endpoint(&self) -> &'a Endpoint {
        let flow = &self.client.flow;
        match self.with {
            AskedWith::Refresh(_) => &flow.refresh,
            AskedWith::Code { .. } | AskedWith::Client => &flow.token,
            AskedWith::Exchange(_) => flow.exchange.as_ref().unwrap_or(&flow.token),
            AskedWith::Renewal(_) => flow.renewal.as_ref().unwrap_or(&flow.refresh),
        }
    }

    /// The step as it went.
    pub(super) fn hop(&self) -> Hop {
        let mut hop = self.hop.lock().unwrap_or_else(PoisonError::into_inner);
        let none = || {
            self.recorder()
                .unsendable(self.with.step(), &self.endpoint().url)
        };
        hop.take().unwrap_or_else(none)
    }

    fn recorder(&self) -> Recorder<'a> {
        Recorder::new(self.client, self.now).with(self.with)
    }

    fn keep(&self, hop: Hop) {
        let mut kept = self.hop.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(hop);
    }

    /// Sends what the library asks for.
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, ExchangeError> {
        let (recorder, step) = (self.recorder(), self.with.step());
        let shaped = match self.shape(request) {
            Ok(shaped) => shaped,
            Err(error) => {
                self.keep(recorder.stopped(step, &self.endpoint().url, &error.to_string()));
                return Err(error);
            }
        };
        let mut hop = recorder.request(
            step,
            &shaped.url,
            &shaped.body,
            shaped.authorization.is_some(),
        );
        let answer = match self.egress.send(shaped.outgoing()).await {
            Ok(answer) => answer,
            Err(error) => {
                recorder.unanswered(&mut hop, &error);
                self.keep(hop);
                return Err(error.into());
            }
        };
        let kind = answer.headers.get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let understood = token_answer(answer.status.as_u16(), kind, &answer.body);
        recorder.answered(&mut hop, &answer, &understood);
        self.keep(hop);
        match understood {
            TokenAnswer::Granted(value) => Ok(Response::new(value.to_string().into_bytes())),
            _ => Err(ExchangeError::NotGranted),
        }
    }

    /// The request in the shape that the provider wants.
    fn shape(&self, request: Request<Vec<u8>>) -> Result<Shaped, ExchangeError> {
        let (parts, body) = request.into_parts();
        let url = Url::parse(&parts.uri.to_string()).map_err(|_| ExchangeError::Address)?;
        let authorization = parts.headers.get(AUTHORIZATION).cloned();
        let endpoint = self.endpoint();
        if let AskedWith::Exchange(token) | AskedWith::Renewal(token) = self.with {
            return self.by_get(url, endpoint, token);
        }
        if endpoint.query.is_some() || endpoint.body.is_some() {
            return self.templated(url, endpoint, authorization);
        }
        let flow = &self.client.flow;
        let pairs: Vec<(String, String)> = form_urlencoded::parse(&body)
            .into_owned()
            .map(|(name, value)| match name.as_str() {
                "client_id" => (flow.client_id_name.clone(), value),
                _ => (name, value),
            })
            .collect();
        let (kind, body) = self.written(&pairs);
        Ok(Shaped {
            method: Method::POST,
            url,
            kind,
            body,
            authorization,
        })
    }

    /// A token for a token: everything is in the query.
    fn by_get(
        &self,
        mut url: Url,
        endpoint: &Endpoint,
        token: &SecretString,
    ) -> Result<Shaped, ExchangeError> {
        let client = self.client;
        let secret = client.secret.as_ref();
        let said = [
            ("ClientId", client.flow.client_id.as_str()),
            (
                "ClientSecret",
                secret.map_or("", ExposeSecret::expose_secret),
            ),
            ("AccessToken", token.expose_secret()),
        ];
        let template = endpoint.query.as_deref().unwrap_or_default();
        append(&mut url, &client.flow.form(template, &said)?);
        Ok(Shaped {
            method: Method::GET,
            url,
            kind: FORM,
            body: String::new(),
            authorization: None,
        })
    }

    fn written(&self, pairs: &[(String, String)]) -> (&'static str, String) {
        if self.client.manner.json {
            let members = pairs
                .iter()
                .map(|(name, value)| (name.clone(), json!(value)));
            let body = Value::Object(members.collect::<Map<_, _>>());
            return ("application/json", body.to_string());
        }
        let mut form = form_urlencoded::Serializer::new(String::new());
        (FORM, form.extend_pairs(pairs).finish())
    }

    /// The request as the templates of the connector have it.
    fn templated(
        &self,
        mut url: Url,
        endpoint: &Endpoint,
        authorization: Option<HeaderValue>,
    ) -> Result<Shaped, ExchangeError> {
        let client = self.client;
        let secret = client
            .secret
            .as_ref()
            .map_or("", ExposeSecret::expose_secret);
        let scope = client.flow.scope(&client.manner);
        let (code, verifier, refresh) = match self.with {
            AskedWith::Code { code, verifier } => {
                let key = client.manner.proof_key.then(|| verifier.expose_secret());
                (code.expose_secret(), key, "")
            }
            AskedWith::Refresh(token) => ("", None, token.expose_secret()),
            AskedWith::Client | AskedWith::Exchange(_) | AskedWith::Renewal(_) => ("", None, ""),
        };
        let said = [
            ("ClientId", client.flow.client_id.as_str()),
            ("ClientSecret", secret),
            ("RedirectUrl", client.redirect.as_str()),
            ("Scopes", scope.as_str()),
            ("Code", code),
            ("RefreshToken", refresh),
        ];
        if let Some(template) = &endpoint.query {
            append(&mut url, &client.flow.form(template, &said)?);
        }
        let template = endpoint.body.as_deref().unwrap_or_default();
        let (mut kind, mut body) = client.flow.body(template, &said)?;
        if let Some(verifier) = verifier.filter(|_| !template.contains("code_verifier")) {
            body = with_verifier(kind, &body, verifier);
        }
        if client.manner.json && kind == FORM {
            let pairs: Vec<_> = form_urlencoded::parse(body.as_bytes())
                .into_owned()
                .collect();
            (kind, body) = self.written(&pairs);
        }
        // A template says itself how the client proves itself, unless it was found that the provider wants a header.
        let is_basic = client.manner.client == ClientProof::Basic;
        Ok(Shaped {
            method: Method::POST,
            url,
            kind,
            body,
            authorization: authorization.filter(|_| is_basic),
        })
    }
}

/// A body with the verifier of the proof key in it.
fn with_verifier(kind: &str, body: &str, verifier: &str) -> String {
    if kind != FORM {
        let Ok(Value::Object(mut members)) = serde_json::from_str(body) else {
            return body.to_owned();
        };
        members.insert("code_verifier".to_owned(), json!(verifier));
        return Value::Object(members).to_string();
    }
    let mut form = form_urlencoded::Serializer::new(body.to_owned());
    form.append_pair("code_verifier", verifier).finish()
}

impl Shaped {
    fn outgoing(&self) -> OutgoingRequest {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let has_body = self.method != Method::GET;
        if has_body {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
        }
        if let Some(value) = &self.authorization {
            headers.insert(AUTHORIZATION, value.clone());
        }
        OutgoingRequest {
            method: self.method.clone(),
            url: self.url.clone(),
            headers,
            body: has_body.then(|| self.body.clone().into_bytes()),
            credentials: vec![AUTHORIZATION],
        }
    }
}

/// Asks whose a token is.
pub(super) async fn whoami(
    egress: &Egress,
    url: Url,
    tokens: &Tokens,
    carrier: &TokenCarrier,
    recorder: &Recorder<'_>,
) -> Hop {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    let name = HeaderName::from_bytes(carrier.header.as_bytes()).unwrap_or(AUTHORIZATION);
    if let Ok(value) = HeaderValue::from_str(&carrier.value(tokens.access.expose_secret())) {
        headers.insert(name.clone(), value);
    }
    let request = OutgoingRequest {
        method: Method::GET,
        url: url.clone(),
        headers,
        body: None,
        credentials: vec![name],
    };
    let answer = egress.send(request).await;
    recorder.whoami(&url, carrier, answer)
}
