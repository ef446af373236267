//! What the rules of the properties find.

super::german! {
    "The set “{name}” needs “name”, “uiDefinition” with “displayName”, and “parameters”."
        => "Der Satz „{name}“ braucht “name”, “uiDefinition” mit “displayName” und “parameters”.";
    "There are two sets “{name}”. Rename one." => "Es gibt zwei Sätze „{name}“. Einen umbenennen.";
    "The connection parameter “{name}” must be an object with a type."
        => "Der Verbindungsparameter „{name}“ muss ein Objekt mit einem Typ sein.";
    "“{name}” is no name of a connection parameter. Use letters, digits and “_”."
        => "“{name}” ist kein Name eines Verbindungsparameters. Buchstaben, Ziffern und “_” verwenden.";
    "The connection parameter “{name}” has no type that exists.{near} Choose one of {types}."
        => "Der Verbindungsparameter „{name}“ hat keinen Typ, den es gibt.{near} Einen von diesen wählen: {types}.";
    "The connection parameter “{name}” has no name for users. Write “displayName” in “uiDefinition”."
        => "Der Verbindungsparameter „{name}“ hat keinen Namen für Benutzer. “displayName” in “uiDefinition” schreiben.";
    "Write “{key}” as a text" => "“{key}” als Text schreiben";
    "“{key}” of “{name}” is {value}; the platform reads the text \"{value}\"."
        => "“{key}” von „{name}“ ist {value}; die Plattform liest den Text \"{value}\".";
    "The definition authenticates by “{kind}”, but there is no connection parameter of type “{missing}” for it."
        => "Die Definition authentifiziert mit “{kind}”, aber es gibt dafür keinen Verbindungsparameter vom Typ “{missing}”.";
    "The connector has no colour. Choose “iconBrandColor”."
        => "Der Connector hat keine Farbe. “iconBrandColor” wählen.";
    "“{color}” is no colour. Write a hash and six hexadecimal digits, such as “#1b5e20”."
        => "“{color}” ist keine Farbe. Eine Raute und sechs hexadezimale Ziffern schreiben, etwa “#1b5e20”.";
    "“{color}” is nobody's own colour. Choose that of the brand."
        => "“{color}” ist niemandes eigene Farbe. Die der Marke wählen.";
    "Make the colour “{publishers_color}”" => "Die Farbe zu “{publishers_color}” machen";
    "Connectors of independent publishers have the colour “{publishers_color}”."
        => "Connectors unabhängiger Herausgeber haben die Farbe “{publishers_color}”.";
    "The icon has a megabyte or more. Make it smaller." => "Das Icon hat ein Megabyte oder mehr. Kleiner machen.";
    "The icon is no PNG file. Save it as one." => "Das Icon ist keine PNG-Datei. Als solche speichern.";
    "The icon is {width} × {height} pixels. Make it a square of 100 to 230."
        => "Das Icon hat {width} × {height} Pixel. Ein Quadrat von 100 bis 230 daraus machen.";
    "who publishes it" => "wer ihn herausgibt";
    "who owns the API" => "wem die API gehört";
    "The connector does not say {what}. Name it in “{key}”."
        => "Der Connector sagt nicht, {what}. In “{key}” nennen.";
    "Custom code" => "Eigener Code";
    "{who} names the operation “{id}”, which is not there.{near}"
        => "{who} nennt die Operation „{id}“, die es nicht gibt.{near}";
    "API keys" => "API-Schlüssel";
    "OAuth" => "OAuth";
    "the policy “Set host URL”" => "die Richtlinie „Set host URL“";
    "With a gateway these do not work: {beside}. Remove them, or do without the gateway."
        => "Mit einem Gateway geht dies nicht: {beside}. Entfernen oder auf das Gateway verzichten.";
    "“{key}” must be a list of texts, but {item} is none."
        => "“{key}” muss eine Liste von Texten sein, aber {item} ist keiner.";
    "“{key}” must be {kind}." => "“{key}” muss {kind} sein.";
    "What stands in “{name}” must be an object." => "Was in „{name}“ steht, muss ein Objekt sein.";
    "The file has no object “properties”. Put everything into it."
        => "Die Datei hat kein Objekt “properties”. Alles dort hineinschreiben.";
    "Rename “{key}” to “{near}”" => "“{key}” in “{near}” umbenennen";
    "The platform ignores “{key}”. Did you mean “{near}”?" => "Die Plattform übergeht “{key}”. Ist “{near}” gemeint?";
    "The platform ignores “{key}”. Remove it, or move it to where it belongs."
        => "Die Plattform übergeht “{key}”. Entfernen oder dorthin verschieben, wo es hingehört.";
    "The connection parameter “{name}” has no “{key}”. Add them."
        => "Der Verbindungsparameter „{name}“ hat keine “{key}”. Hinzufügen.";
    "OAuth names no identity provider. Write “identityProvider”, such as “oauth2”."
        => "OAuth nennt keinen Identitätsanbieter. “identityProvider” schreiben, etwa “oauth2”.";
    "The identity provider must be a name, such as “oauth2”."
        => "Der Identitätsanbieter muss ein Name sein, etwa “oauth2”.";
    "The identity provider “{provider}” is not known. Did you mean “{near}”?"
        => "Der Identitätsanbieter “{provider}” ist nicht bekannt. Ist “{near}” gemeint?";
    "“{text}” is no redirect mode. Choose one of {redirect_modes}."
        => "“{text}” ist kein Modus der Umleitung. Einen von diesen wählen: {redirect_modes}.";
    "OAuth comes back to an address that all connectors share. Set “redirectMode” to “GlobalPerConnector”."
        => "OAuth kehrt an eine Adresse zurück, die sich alle Connectors teilen. “redirectMode” auf “GlobalPerConnector” setzen.";
    "Remove the client secret" => "Das Client-Geheimnis entfernen";
    "The client secret stands in the file. Remove it." => "Das Client-Geheimnis steht in der Datei. Entfernen.";
    "“{key}” of the connection parameter “{name}” must be an object."
        => "“{key}” des Verbindungsparameters „{name}“ muss ein Objekt sein.";
    "The platform does not know “{key}”. Did you mean “{near}”?"
        => "Die Plattform kennt “{key}” nicht. Ist “{near}” gemeint?";
    "The allowed values of the connection parameter “{name}” must be a list."
        => "Die erlaubten Werte des Verbindungsparameters „{name}“ müssen eine Liste sein.";
    "An allowed value of the connection parameter “{name}” must be an object with “value”."
        => "Ein erlaubter Wert des Verbindungsparameters „{name}“ muss ein Objekt mit “value” sein.";
    "Make the template “{near}”" => "Die Vorlage “{near}” verwenden";
    "There is no template “{id}”. Did you mean “{near}”?" => "Es gibt keine Vorlage “{id}”. Ist “{near}” gemeint?";
    "There is no template “{id}”. Correct the id." => "Es gibt keine Vorlage “{id}”. Die ID korrigieren.";
    "The policy “{policy}”" => "Die Richtlinie „{policy}“";
    "The policy “{policy}” cannot run in {section}. Its template “{id}” runs in {sections}."
        => "Die Richtlinie „{policy}“ kann nicht in {section} laufen. Ihre Vorlage “{id}” läuft in {sections}.";
    "The policy “{policy}” needs the parameter “{name}”. Add it."
        => "Die Richtlinie „{policy}“ braucht den Parameter “{name}”. Hinzufügen.";
    "The policy “{policy}” has “{key}”, which has no effect. Keys of parameters begin with “{parameter_prefix}”."
        => "Die Richtlinie „{policy}“ hat “{key}”, was keine Wirkung hat. Schlüssel von Parametern beginnen mit “{parameter_prefix}”.";
    "Rename “{name}” to “{near}”" => "“{name}” in “{near}” umbenennen";
    "The template “{id}” has no parameter “{name}”. Did you mean “{near}”?"
        => "Die Vorlage “{id}” hat keinen Parameter “{name}”. Ist “{near}” gemeint?";
    "The template “{id}” has no parameter “{name}”. Remove it."
        => "Die Vorlage “{id}” hat keinen Parameter “{name}”. Entfernen.";
    "one of {known}" => "eines von {known}";
    "“{name}” of the policy “{policy}” must be {wanted}." => "“{name}” der Richtlinie „{policy}“ muss {wanted} sein.";
    "In the policy “{policy}”: {error}" => "In der Richtlinie „{policy}“: {error}";
    "The policy “{policy}” takes “{name}” from the connection, which has no such parameter."
        => "Die Richtlinie „{policy}“ nimmt „{name}“ aus der Verbindung, die keinen solchen Parameter hat.";
    "“@{name}” at character {at} is no expression. Write one of {names}."
        => "“@{name}” bei Zeichen {at} ist kein Ausdruck. Einen von diesen schreiben: {names}.";
    "“@{name}” at character {at} must be followed by {wanted}."
        => "Auf “@{name}” bei Zeichen {at} muss {wanted} folgen.";
    "“}}” where it ends" => "“}}” am Ende";
    "arguments in quotes and “)”" => "eine Angabe in Anführungszeichen und “)”";
    "a name in quotes" => "ein Name in Anführungszeichen";
}
