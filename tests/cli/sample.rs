//! Connectors to call the program with.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

/// A definition that lint finds no error in.
pub(crate) fn sound() -> Value {
    json!({
        "swagger": "2.0",
        "info": { "title": "Weather", "description": "Forecasts of the weather for any place.", "version": "1.0" },
        "host": "api.contoso.com",
        "basePath": "/v1",
        "schemes": ["https"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": {
            "/forecast/{city}": {
                "get": {
                    "operationId": "GetForecast",
                    "summary": "Get the forecast",
                    "description": "Gets the forecast of a city for the next days.",
                    "parameters": [{
                        "name": "city", "in": "path", "required": true, "type": "string",
                        "x-ms-summary": "City", "description": "The name of the city.",
                        "x-ms-url-encoding": "single"
                    }],
                    "responses": { "200": { "description": "The forecast", "schema": {
                        "type": "object",
                        "properties": { "degrees": {
                            "type": "number", "format": "double", "x-ms-summary": "Degrees",
                            "description": "The temperature."
                        } }
                    } } }
                }
            }
        }
    })
}

/// A definition with errors, one of which can be mended safely.
pub(crate) fn faulty() -> Value {
    let mut definition = sound();
    let operation = &mut definition["paths"]["/forecast/{city}"]["get"];
    operation["parameters"][0]["required"] = json!(false);
    operation["operationId"] = json!("");
    definition
}

/// A definition whose only error can be mended safely.
pub(crate) fn mendable() -> Value {
    let mut definition = sound();
    definition["paths"]["/forecast/{city}"]["get"]["parameters"][0]["required"] = json!(false);
    definition
}

/// Properties of a connector.
pub(crate) fn properties() -> Value {
    json!({ "properties": {
        "connectionParameters": {},
        "iconBrandColor": "#1a73e8",
        "capabilities": [],
        "policyTemplateInstances": []
    } })
}

/// A text in the layout in which the samples are kept.
pub(crate) fn text(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

/// Writes a package into a folder of this name.
pub(crate) fn package(folder: &Path, name: &str, definition: &Value) {
    let folder = folder.join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("apiDefinition.swagger.json"), text(definition)).unwrap();
    fs::write(folder.join("apiProperties.json"), text(&properties())).unwrap();
}
