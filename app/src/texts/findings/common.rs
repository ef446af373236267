//! What several groups say.

super::german! {
    " Did you mean “{near}”?" => " Ist „{near}“ gemeint?";
    "Require the parameter “{parameter}”" => "Den Parameter „{parameter}“ als erforderlich festlegen";
    "a text" => "ein Text";
    "true or false" => "wahr oder falsch";
    "a number" => "eine Zahl";
    "a list of texts" => "eine Liste von Texten";
    "an object" => "ein Objekt";
    "a list" => "eine Liste";
    "anything" => "Beliebiges";
    "a whole number" => "eine ganze Zahl";
    "Remove “{key}”" => "“{key}” entfernen";
    "The schema" => "Das Schema";
    "An item" => "Ein Element";
    "{before} or {next}" => "{before} oder {next}";
    "custom code" => "eigener Code";
    "nothing" => "nichts";
    "properties" => "Eigenschaften";
    "{before} and {next}" => "{before} und {next}";
    "{before}, {next}" => "{before}, {next}";
}
