//! What the rules of address, texts and files find.

super::german! {
    "Write the version as the text “2.0”" => "Die Version als Text “2.0” schreiben";
    "The version is a number. Write the text \"2.0\"." => "Die Version ist eine Zahl. Den Text \"2.0\" schreiben.";
    "The definition must say “swagger”: \"2.0\"." => "Die Definition muss “swagger”: \"2.0\" sagen.";
    "Name the scheme “https”" => "Das URL-Schema “https” nennen";
    "“schemes” names no scheme. Name “https”, or remove it."
        => "“schemes” nennt kein URL-Schema. “https” nennen oder entfernen.";
    "The platform does not call by “{scheme}”. Name “https”."
        => "Die Plattform ruft nicht über “{scheme}” auf. “https” nennen.";
    "“{scheme}” is no scheme of an API. Name “https”." => "“{scheme}” ist kein URL-Schema einer API. “https” nennen.";
    "Make the base path “{wanted}”" => "Den Basispfad zu “{wanted}” machen";
    "The base path “{path}” must begin with “/”." => "Der Basispfad “{path}” muss mit “/” beginnen.";
    "Write the host “{bare}”" => "Den Host “{bare}” schreiben";
    "“{host}” has a scheme. Write the host alone." => "“{host}” enthält ein URL-Schema. Nur den Host schreiben.";
    "“{host}” has a scheme. Write the host alone, and the scheme in “schemes”."
        => "“{host}” enthält ein URL-Schema. Nur den Host schreiben und das URL-Schema in “schemes”.";
    "“{host}” has a path. Write the host alone, and the path in “basePath”."
        => "“{host}” enthält einen Pfad. Nur den Host schreiben und den Pfad in “basePath”.";
    "“{host}” is no name of a host. Write it as “api.example.com”."
        => "“{host}” ist kein Name eines Hosts. In der Form “api.example.com” schreiben.";
    "“{host}” looks like a host for trials (“{word}”). Name that of the service in production."
        => "“{host}” sieht nach einem Host zum Ausprobieren aus (“{word}”). Den des Dienstes im Betrieb nennen.";
    "“{host}” is a service in beta, but the connector is in production."
        => "“{host}” ist ein Dienst in der Beta, aber der Connector ist in Produktion.";
    "“{text}” is no address in full. Begin it with “https://”."
        => "“{text}” ist keine vollständige Adresse. Mit “https://” beginnen.";
    "definition" => "Definition";
    "The file of the {what} begins with a byte order mark. Save it without."
        => "Die Datei der {what} beginnt mit einer Bytereihenfolge-Marke (BOM). Ohne sie speichern.";
    "The definition has {bytes} bytes, of {max_bytes} that the platform takes."
        => "Die Definition hat {bytes} Bytes; die Plattform nimmt {max_bytes}.";
    "The definition should be indented by four blanks."
        => "Die Definition sollte mit vier Leerzeichen eingerückt sein.";
    "“{key}” usually stands before “{before}”." => "“{key}” steht gewöhnlich vor “{before}”.";
    "“{email}” is no address of mail. Correct it." => "“{email}” ist keine E-Mail-Adresse. Korrigieren.";
    "The contact does not say its {missing}." => "Dem Kontakt fehlt: {missing}.";
    "The metadata do not say “{name}”. Add it." => "Den Metadaten fehlt “{name}”. Hinzufügen.";
    "“{value}” is no address in full. Begin it with “https://”."
        => "“{value}” ist keine vollständige Adresse. Mit “https://” beginnen.";
    "The connector has {categories} categories, of {most} that are allowed."
        => "Der Connector hat {categories} Kategorien; erlaubt sind {most}.";
    "“{name}” is no category of the platform.{near}" => "“{name}” ist keine Kategorie der Plattform.{near}";
    "The {key} of the connector is empty. Write one." => "“{key}” des Connectors ist leer. Einen Text schreiben.";
    "The title has {length} characters, of 30 that are allowed. Shorten it."
        => "Der Titel hat {length} Zeichen; erlaubt sind 30. Kürzen.";
    "The title “{title}” must end with a letter or a digit."
        => "Der Titel „{title}“ muss mit einem Buchstaben oder einer Ziffer enden.";
    "The title has “{word}”, which every connector could say. Leave it out."
        => "Der Titel enthält „{word}“, was jeder Connector sagen könnte. Weglassen.";
    "“{title}” sounds like the owner's own connector. Take “official” out."
        => "„{title}“ klingt nach dem Connector des Eigentümers selbst. „official“ weglassen.";
    "The description has {length} characters, of 1,000 that can be imported. Shorten it."
        => "Die Beschreibung hat {length} Zeichen; importieren lassen sich 1.000. Kürzen.";
    "The description has {length} characters. Write 30 to 500."
        => "Die Beschreibung hat {length} Zeichen. 30 bis 500 schreiben.";
    "The description names “{product}”. Describe what the connector does instead."
        => "Die Beschreibung nennt „{product}“. Stattdessen beschreiben, was der Connector tut.";
    "The {what} must be in English. Translate it." => "“{what}” muss auf Englisch sein. Übersetzen.";
}
