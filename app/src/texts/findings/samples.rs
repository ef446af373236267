//! Why a schema cannot be made of samples.

super::german! {
    "The sample is nested more than {max_depth} levels deep. Shorten it, or write the schema by hand."
        => "Das Beispiel ist mehr als {max_depth} Ebenen tief geschachtelt. Es kürzen oder das Schema von Hand schreiben.";
    "The samples hold more than {max_values} values. Leave some out: a few items of each list are enough."
        => "Die Beispiele haben mehr als {max_values} Werte. Einige weglassen: Wenige Elemente jeder Liste genügen.";
    "The samples have more than {max_properties} different properties. Leave out those that are names of data."
        => "Die Beispiele haben mehr als {max_properties} verschiedene Eigenschaften. Die weglassen, die Namen von Daten sind.";
}
