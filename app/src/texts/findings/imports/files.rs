//! What is said of the files of an import.

crate::texts::findings::german! {
    "It is left out: a description has {max_documents} documents at most."
        => "Es ist weggelassen: Eine Beschreibung hat höchstens {max_documents} Dokumente.";
    "It is left out: more than {max_steps} documents lie on the way to it."
        => "Es ist weggelassen: Auf dem Weg dorthin liegen mehr als {max_steps} Dokumente.";
    "It is left out: the documents of a description have {bound} MiB at most."
        => "Es ist weggelassen: Die Dokumente einer Beschreibung haben höchstens {bound} MiB.";
    "{file}, line {line}, column {column}: {message}" => "{file}, Zeile {line}, Spalte {column}: {message}";
    "{file}: {message}" => "{file}: {message}";
    "{left_out} entries that macOS adds to zip files were left out."
        => "{left_out} Einträge, die macOS zu Zip-Dateien hinzufügt, sind weggelassen.";
    "is {version}" => "ist {version}";
    "is missing" => "fehlt";
    "The member “swagger” {wrong}. The file is taken for a Swagger 2.0 document all the same; write \"swagger\": \"2.0\" in it."
        => "Der Eintrag “swagger” {wrong}. Die Datei wird trotzdem als Dokument von Swagger 2.0 gelesen; \"swagger\": \"2.0\" hineinschreiben.";
    "{place} was left out: a connector holds no secrets. Enter it again where the connector is used."
        => "{place} ist weggelassen: Ein Connector hält keine Geheimnisse. Dort neu eingeben, wo der Connector verwendet wird.";
    "The definition has several security definitions. The first one, “{name}”, decides the connection parameters; these are kept but not used: {others}."
        => "Die Definition hat mehrere Sicherheitsdefinitionen. Die erste, „{name}“, entscheidet über die Verbindungsparameter; diese werden behalten, aber nicht verwendet: {others}.";
    "The security definition “{name}” needs settings that the file does not have. It is kept; set up the authentication in the Security step."
        => "Die Sicherheitsdefinition „{name}“ braucht Einstellungen, die die Datei nicht hat. Sie wird behalten; die Authentifizierung im Schritt „Sicherheit“ einrichten.";
    "There are no properties. Connection parameters were made from the security definition “{scheme}”: {names}."
        => "Es gibt keine Eigenschaften. Aus der Sicherheitsdefinition „{scheme}“ wurden Verbindungsparameter gemacht: {names}.";
    "The comments of the YAML text are not kept: a definition is JSON."
        => "Die Kommentare des YAML-Textes werden nicht behalten: Eine Definition ist JSON.";
    "{path} is a number in the YAML text and became the text “{spelled}”, as the format wants it."
        => "{path} ist im YAML-Text eine Zahl und wurde zum Text “{spelled}”, wie das Format es will.";
}
