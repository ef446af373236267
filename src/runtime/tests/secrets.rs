//! Secrets that reach a call by other ways than its authentication.

use std::io::Write;
use std::sync::{Arc, Mutex};

use super::policies::{connector_with, policy, service};
use super::*;
use crate::egress::{Addresses, Directory, Limits};

/// A log that a test reads.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// Knows no name, and asks nobody.
struct Nobody;

impl Directory for Nobody {
    fn addresses(&self, _: &str) -> Addresses {
        Box::pin(async { Ok(Vec::new()) })
    }
}

#[tokio::test]
async fn a_secret_host_gets_into_no_log_and_no_error() {
    let log = Log::default();
    let kept = log.clone();
    let logs = tracing_subscriber::fmt().with_writer(move || kept.clone());
    // As long as there is but one, `tracing` asks the subscriber of whichever thread comes first whether a line is wanted
    // at all, and the threads of other tests have none.
    let second = tracing::Dispatch::new(tracing::subscriber::NoSubscriber::default());
    let guard = tracing::subscriber::set_default(logs.finish());
    let mut connector = connector_with(
        80,
        json!([policy(
            "dynamichosturl",
            "Host",
            &json!({ "urlTemplate": "http://@connectionParameters('host')" })
        )]),
    );
    let mut properties = connector.properties().clone();
    properties["properties"]["connectionParameters"]["host"]["type"] = json!("securestring");
    connector = Connector::new(
        Document::new(connector.definition().clone()),
        Document::new(properties),
    );
    let with = credentials(&[("api_key", "x-key-7"), ("host", "TopSecretHost.invalid")]);
    let (rules, limits) = (EgressRules::default(), Limits::default());
    let egress = Egress::with_directory(rules, None, limits, Arc::new(Nobody)).unwrap();
    let key = OperationKey::new("/echo", Method::Get);
    let transcript = call(&egress, &connector, &key, &Inputs::default(), &with).await;
    let transcript = transcript.unwrap();
    drop((guard, second));
    assert!(log.text().contains("test call"), "{}", log.text());
    for text in [log.text(), format!("{transcript:?}")] {
        assert!(!text.to_lowercase().contains("topsecrethost"), "{text}");
        assert!(text.contains("••••••"), "{text}");
    }
    assert!(matches!(transcript.standing, Some(Standing::Failing(_))));
}

#[tokio::test]
async fn a_fetched_token_is_hidden_wherever_its_name_says_what_it_is() {
    for target in [
        "@headers('X-Token')",
        "@headers('x-api-key')",
        "@queryParameters('session_id')",
        "@queryParameters('SIG')",
    ] {
        let (port, seen) = service().await;
        let fetch = policy(
            "setvaluefromurl",
            "Sign in",
            &json!({ "parameterTemplate": target, "parameterValueUrl": "/token", "httpMethod": "POST",
                "parameterValuePathTemplate": "@body().access_token" }),
        );
        let connector = connector_with(port, json!([fetch]));
        let with = credentials(&[("api_key", "planted-key-7"), ("host", "127.0.0.1")]);
        let transcript = run(&connector, "/echo", &Inputs::default(), &with).await;
        assert_eq!(seen.lock().unwrap().len(), 2);
        let whole = format!("{transcript:?}");
        assert!(!whole.contains("fetched-token"), "{whole}");
        // Where a later policy fails, it is hidden as well.
        let fails = policy(
            "setheader",
            "Region",
            &json!({ "name": "X-Region", "value": "@connectionParameters('region')" }),
        );
        let mut policies = connector.properties()["properties"]["policyTemplateInstances"].clone();
        policies.as_array_mut().unwrap().push(fails);
        let connector = connector_with(port, policies);
        let transcript = run(&connector, "/echo", &Inputs::default(), &with).await;
        assert!(matches!(transcript.course, Course::Stopped(_)));
        let whole = format!("{transcript:?}");
        assert!(!whole.contains("fetched-token"), "{whole}");
    }
}

#[tokio::test]
async fn what_is_fetched_and_is_no_credential_is_shown() {
    let (port, _) = service().await;
    let fetch = policy(
        "setvaluefromurl",
        "Find",
        &json!({ "parameterTemplate": "@headers('X-Region')", "parameterValueUrl": "/token", "httpMethod": "POST",
            "parameterValuePathTemplate": "@body().wood" }),
    );
    let connector = connector_with(port, json!([fetch]));
    let with = credentials(&[("api_key", "planted-key-7"), ("host", "127.0.0.1")]);
    let transcript = run(&connector, "/echo", &Inputs::default(), &with).await;
    assert!(text(&transcript).contains("northern-oak"));
    let told = format!("{:?}", transcript.policies);
    assert!(told.contains("northern-oak"), "{told}");
    assert!(!told.contains("fetched-token"), "{told}");
}

#[tokio::test]
async fn what_the_dialog_hides_and_what_is_filled_in_as_a_password_is_shown_nowhere() {
    let port = serve(upstream()).await;
    let item = json!({ "parameters": [
        { "name": "q", "in": "query", "type": "string" },
        { "name": "pin", "in": "query", "type": "string", "format": "password" }
    ] });
    let definition = json!({
        "swagger": "2.0", "host": format!("127.0.0.1:{port}"), "schemes": ["http"],
        "paths": { "/echo": { "get": item } }
    });
    let hidden = json!({ "constraints": { "clearText": false } });
    let properties = json!({ "properties": { "connectionParameters": {
        "tenant": { "type": "string", "uiDefinition": hidden },
        "region": { "type": "string" } } } });
    let connector = Connector::new(Document::new(definition), Document::new(properties));
    let with = credentials(&[("tenant", "planted-tenant"), ("region", "eu-region")]);
    let echoed = Inputs::default().with(Location::Query, "q", "planted-tenant eu-region");
    let inputs = echoed.clone().with(Location::Query, "pin", "planted pin");
    let transcript = run(&connector, "/echo", &inputs, &with).await;
    let whole = format!("{transcript:?}");
    assert!(!whole.contains("planted"), "{whole}");
    assert!(whole.contains("eu-region"), "{whole}");
    assert!(!transcript.may_keep_inputs);
}
