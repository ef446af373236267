//! What is odd or wrong in the text of a document, what a file is, and why it cannot be read.

crate::texts::findings::german! {
    "The file is empty. JSON is expected." => "Die Datei ist leer. JSON wird erwartet.";
    "The document ends at line {line}; remove what follows it."
        => "Das Dokument endet in Zeile {line}; entfernen, was danach kommt.";
    "Objects and arrays are nested more than {max_depth} levels deep here, the most that Tenon reads. Make the document flatter."
        => "Objekte und Arrays sind hier mehr als {max_depth} Ebenen tief geschachtelt, das Höchste, was Tenon liest. Das Dokument flacher machen.";
    "“{key}” stands twice in one object, first at line {line}. The last one counts."
        => "“{key}” steht zweimal in einem Objekt, zuerst in Zeile {line}. Das letzte zählt.";
    "The name of a member, in double quotes," => "der Name eines Eintrags in doppelten Anführungszeichen";
    "A colon, between the name of a member and its value,"
        => "ein Doppelpunkt zwischen dem Namen eines Eintrags und seinem Wert";
    "A comma stands before the closing “{close}”. Remove the comma."
        => "Vor dem schließenden “{close}” steht ein Komma. Das Komma entfernen.";
    "A comma is missing between two members. Put one before this."
        => "Zwischen zwei Einträgen fehlt ein Komma. Hier davor eines setzen.";
    "A comma is missing between two items. Put one before this."
        => "Zwischen zwei Elementen fehlt ein Komma. Hier davor eines setzen.";
    "A comma or “{close}”" => "ein Komma oder “{close}”";
    "A value" => "ein Wert";
    "A digit" => "eine Ziffer";
    "JSON has no comments. Remove this one." => "JSON hat keine Kommentare. Diesen entfernen.";
    "Text stands in double quotes in JSON, not in single quotes."
        => "Text steht in JSON in doppelten Anführungszeichen, nicht in einfachen.";
    "{wanted} is expected here, but the invisible character {code} stands here."
        => "Hier wird {wanted} erwartet, da steht aber das unsichtbare Zeichen {code}.";
    "{wanted} is expected here, but “{found}” stands here."
        => "Hier wird {wanted} erwartet, da steht aber “{found}”.";
    "“]” stands here, but the object that began at line {line} is not closed. Close it with “}}” first."
        => "Hier steht “]”, aber das Objekt, das in Zeile {line} begann, ist nicht geschlossen. Es zuerst mit “}}” schließen.";
    "“}}” stands here, but the array that began at line {line} is not closed. Close it with “]” first."
        => "Hier steht “}}”, aber das Array, das in Zeile {line} begann, ist nicht geschlossen. Es zuerst mit “]” schließen.";
    "The file ends here, before its first value." => "Die Datei endet hier, vor ihrem ersten Wert.";
    "The file ends inside an object that began at line {line}. The file may be cut off."
        => "Die Datei endet in einem Objekt, das in Zeile {line} begann. Sie ist vielleicht abgeschnitten.";
    "The file ends inside an array that began at line {line}. The file may be cut off."
        => "Die Datei endet in einem Array, das in Zeile {line} begann. Sie ist vielleicht abgeschnitten.";
    "The file ends inside a text that began at line {line}. The file may be cut off."
        => "Die Datei endet in einem Text, der in Zeile {line} begann. Sie ist vielleicht abgeschnitten.";
    "A number must not begin with a zero." => "Eine Zahl darf nicht mit einer Null beginnen.";
    "The line ends inside a text. Close the text with a double quote, or write the line break as \\n."
        => "Die Zeile endet in einem Text. Den Text mit einem doppelten Anführungszeichen schließen oder den Zeilenumbruch als \\n schreiben.";
    "A tab within a text must be written as \\t." => "Ein Tabulator in einem Text muss als \\t geschrieben werden.";
    "The control character {code} within a text must be written as {escape}."
        => "Das Steuerzeichen {code} in einem Text muss als {escape} geschrieben werden.";
    "A backslash must be written as \\\\, or be followed by one of \" \\ / b f n r t u."
        => "Ein umgekehrter Schrägstrich muss als \\\\ geschrieben werden, oder es muss eines von \" \\ / b f n r t u folgen.";
    "{escape} is half a character. It counts as “{mark}”." => "{escape} ist ein halbes Zeichen. Es zählt als “{mark}”.";
    "\\u must be followed by four hexadecimal digits." => "Auf \\u müssen vier hexadezimale Ziffern folgen.";
    "{message} There are {more} more such places after this one."
        => "{message} Danach gibt es noch {more} solche Stellen.";
    "Mended: {reason}" => "Berichtigt: {reason}";
    "The file is not text in UTF-8. If it is text in UTF-16, save it as UTF-8."
        => "Die Datei ist kein Text in UTF-8. Wenn sie Text in UTF-16 ist, sie als UTF-8 speichern.";
    "The file is not UTF-8 here. What is not was read as Windows-1252; the file will be written as UTF-8."
        => "Die Datei ist hier nicht UTF-8. Was es nicht ist, wurde als Windows-1252 gelesen; geschrieben wird die Datei als UTF-8.";
    "The text is nested more than {max_depth} levels deep. Make it flatter."
        => "Der Text ist mehr als {max_depth} Ebenen tief geschachtelt. Ihn flacher machen.";
    "The text is too large, or its aliases unfold to too much. Write it without some of them."
        => "Der Text ist zu groß, oder seine Aliase entfalten sich zu weit. Ihn ohne einige davon schreiben.";
    "A key" => "Ein Schlüssel";
    "“{key}” stands twice in one mapping. Remove one of them." => "“{key}” steht zweimal in einem Mapping. Eines davon entfernen.";
    "The alias stands for an anchor that the text does not have before it."
        => "Der Alias steht für einen Anker, den der Text davor nicht hat.";
    "The file has several YAML documents. Keep one in it."
        => "Die Datei hat mehrere YAML-Dokumente. Nur eines darin behalten.";
    "This is not YAML: {said}." => "Das ist kein YAML: {said}.";
    "{told} Line {line}, column {column}: {reason}" => "{told} Zeile {line}, Spalte {column}: {reason}";
    "{told} There are {more} more such places." => "{told} Es gibt noch {more} solche Stellen.";
    "{told} What stands before can be read: {names}." => "{told} Was davor steht, ist lesbar: {names}.";
    "{told} All else can be read: “{title}” with 1 operation."
        => "{told} Alles andere ist lesbar: „{title}“ mit 1 Operation.";
    "{told} All else can be read: “{title}” with {operations} operations."
        => "{told} Alles andere ist lesbar: „{title}“ mit {operations} Operationen.";
    "{told} All else can be read." => "{told} Alles andere ist lesbar.";
    "{file} is empty. Choose a Swagger 2.0 document or a connector package."
        => "{file} ist leer. Ein Dokument von Swagger 2.0 oder ein Connector-Paket wählen.";
    "{file} is larger than {bound} MiB, the most that can be imported."
        => "{file} ist größer als {bound} MiB, das Höchste, was importiert werden kann.";
    "{file}, line {line}, column {column}: {reason}{remains}"
        => "{file}, Zeile {line}, Spalte {column}: {reason}{remains}";
    "{file} is {what}. {advice}" => "{file} ist {what}. {advice}";
    "{file}: {reason}" => "{file}: {reason}";
    "Tenon reads Swagger 2.0 and OpenAPI 3 documents (JSON or YAML), Postman collections, recordings of browsers (HAR), command lines of curl and connector packages (zip)."
        => "Tenon liest Dokumente von Swagger 2.0 und OpenAPI 3 (JSON oder YAML), Postman-Sammlungen, Aufzeichnungen von Browsern (HAR), Befehlszeilen von curl und Connector-Pakete (Zip).";
    "Tenon reads OpenAPI 3.0, 3.1 and 3.2; the member “openapi” must say one of them."
        => "Tenon liest OpenAPI 3.0, 3.1 und 3.2; der Eintrag “openapi” muss eines davon nennen.";
    "Tenon reads Swagger 2.0; its member “swagger” must be \"2.0\"."
        => "Tenon liest Swagger 2.0; der Eintrag “swagger” muss \"2.0\" sein.";
    "A package holds a Swagger 2.0 document. Import the collection by itself."
        => "Ein Paket enthält ein Dokument von Swagger 2.0. Die Sammlung für sich importieren.";
    "A package holds a Swagger 2.0 document. Import the recording by itself."
        => "Ein Paket enthält ein Dokument von Swagger 2.0. Die Aufzeichnung für sich importieren.";
    "Choose the definition (apiDefinition.swagger.json), or a zip file with both."
        => "Die Definition (apiDefinition.swagger.json) wählen oder eine Zip-Datei mit beidem.";
    "If it is a Swagger 2.0 document, add \"swagger\": \"2.0\" to it."
        => "Wenn es ein Dokument von Swagger 2.0 ist, \"swagger\": \"2.0\" hinzufügen.";
    "Leave the format out, and Tenon tells it by the content."
        => "Das Format weglassen, dann erkennt Tenon es am Inhalt.";
    "This build of Tenon reads single documents only." => "Dieser Build von Tenon liest nur einzelne Dokumente.";
    "This build of Tenon reads JSON only." => "Dieser Build von Tenon liest nur JSON.";
    "They must be a JSON object with the member “properties”."
        => "Sie müssen ein JSON-Objekt mit dem Eintrag “properties” sein.";
    "an image" => "ein Bild";
    "a PDF document" => "ein PDF-Dokument";
    "a gzip archive" => "ein gzip-Archiv";
    "a 7z archive" => "ein 7z-Archiv";
    "an XML or HTML document" => "ein XML- oder HTML-Dokument";
    "a RAML document" => "ein RAML-Dokument";
    "a program" => "ein Programm";
    "a damaged zip file" => "eine beschädigte Zip-Datei";
    "a zip file" => "eine Zip-Datei";
    "an OpenAPI {version} document" => "ein Dokument von OpenAPI {version}";
    "a Swagger {version} document" => "ein Dokument von Swagger {version}";
    "an AsyncAPI {version} document" => "ein Dokument von AsyncAPI {version}";
    "a Postman collection" => "eine Postman-Sammlung";
    "a recording of a browser (HAR)" => "eine Aufzeichnung eines Browsers (HAR)";
    "the properties of a connector, without its definition" => "die Eigenschaften eines Connectors ohne seine Definition";
    "a JSON schema or another document that names a schema"
        => "ein JSON-Schema oder ein anderes Dokument, das ein Schema nennt";
    "a document with paths but without the member “swagger”"
        => "ein Dokument mit Pfaden, aber ohne den Eintrag “swagger”";
    "a document without the member “swagger”" => "ein Dokument ohne den Eintrag “swagger”";
    "not a document of an API" => "kein Dokument einer API";
    "not JSON" => "kein JSON";
    "not the properties of a connector" => "nicht, was Eigenschaften eines Connectors sind";
    "not a Swagger 2.0 document" => "kein Dokument von Swagger 2.0";
    "not an OpenAPI 3 document" => "kein Dokument von OpenAPI 3";
    "not a Postman collection" => "keine Postman-Sammlung";
    "not command lines of curl" => "keine Folge von curl-Befehlen";
    "not a recording of a browser (HAR)" => "keine Aufzeichnung eines Browsers (HAR)";
    "not a connector package (zip)" => "kein Connector-Paket (Zip)";
    "zip file" => "Zip-Datei";
    "folder" => "Ordner";
    "definitions" => "Definitionen";
    "The zip file is damaged: {error}." => "Die Zip-Datei ist beschädigt: {error}.";
    "The zip file has {entries} entries; a package may have {max_entries}."
        => "Die Zip-Datei hat {entries} Einträge; ein Paket darf {max_entries} haben.";
    "An entry has a name that cannot be read." => "Ein Eintrag hat einen Namen, der nicht lesbar ist.";
    "The entry “{name}” leads out of the package. Remove it from the zip file."
        => "Der Eintrag „{name}“ führt aus dem Paket hinaus. Ihn aus der Zip-Datei entfernen.";
    "The entry “{name}” is encrypted. Pack the package without a password."
        => "Der Eintrag „{name}“ ist verschlüsselt. Das Paket ohne Passwort packen.";
    "The entry “{name}” is damaged: {error}." => "Der Eintrag „{name}“ ist beschädigt: {error}.";
    "The entry “{name}” is larger than {bound} MiB." => "Der Eintrag „{name}“ ist größer als {bound} MiB.";
    "Unpacked, the package is larger than {bound} MiB." => "Entpackt ist das Paket größer als {bound} MiB.";
    "The entry “{name}” is packed more than {max_ratio} times; that is no real file."
        => "Der Eintrag „{name}“ ist mehr als {max_ratio}-fach gepackt; das ist keine echte Datei.";
    "The entry “{name}” is there twice (large and small letters count as the same)."
        => "Der Eintrag „{name}“ ist zweimal da (große und kleine Buchstaben zählen gleich).";
    "The {package} has no definition. A connector package has a file {definition}."
        => "Hier fehlt die Definition ({package}). Ein Connector-Paket hat eine Datei {definition}.";
    "The {package} has several {what}: {names}. A package holds one connector."
        => "Hier gibt es mehrere {what} ({package}): {names}. Ein Paket enthält einen Connector.";
    "There are several descriptions in it: {names}. Pack one of them with what it refers to."
        => "Darin sind mehrere Beschreibungen: {names}. Eine davon mit dem packen, worauf sie verweist.";
    "Swagger 2.0 (JSON)" => "Swagger 2.0 (JSON)";
    "Swagger 2.0 (YAML)" => "Swagger 2.0 (YAML)";
    "Connector package (zip)" => "Connector-Paket (Zip)";
    "OpenAPI 3.0" => "OpenAPI 3.0";
    "OpenAPI 3.1" => "OpenAPI 3.1";
    "OpenAPI 3.2" => "OpenAPI 3.2";
    "Postman collection 1" => "Postman-Sammlung 1";
    "Postman collection 2.0" => "Postman-Sammlung 2.0";
    "Postman collection 2.1" => "Postman-Sammlung 2.1";
    "Command lines of curl" => "Befehlszeilen von curl";
    "Recording of a browser (HAR)" => "Aufzeichnung eines Browsers (HAR)";
    "No authentication" => "Keine Authentifizierung";
    "Basic authentication" => "Basic-Authentifizierung";
    "API key" => "API-Schlüssel";
    "OAuth 2.0" => "OAuth 2.0";
    "Several ways to authenticate" => "Mehrere Arten der Authentifizierung";
    "1 connection parameter" => "1 Verbindungsparameter";
    "{count} connection parameters" => "{count} Verbindungsparameter";
    "1 policy" => "1 Richtlinie";
    "{count} policies" => "{count} Richtlinien";
    "icon" => "Icon";
}
