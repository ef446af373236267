//! What is wrong in the form of a call, and in what another operation supplies for it.

super::german! {
    "“{name}” in the path" => "„{name}“ im Pfad";
    "“{name}” in the query" => "„{name}“ in der Query";
    "“{name}” in the headers" => "„{name}“ in den Headern";
    "“{name}” in the body" => "„{name}“ im Body";
    "“{name}” in the form" => "„{name}“ im Formular";
    "one value" => "ein einzelner Wert";
    "a comma" => "ein Komma";
    "a space" => "ein Leerzeichen";
    "a tab" => "ein Tabulator";
    "a “|”" => "ein “|”";
    "written as form fields in the definition" => "in der Definition als Formularfelder geschrieben";
    "a list in JSON, such as [\"a\", \"b\"]" => "eine Liste in JSON, zum Beispiel [\"a\", \"b\"]";
    "The definition has no operation {key}. Choose another one."
        => "Die Definition hat keine Operation {key}. Eine andere wählen.";
    "The definition names no host. Enter one in the General step."
        => "Die Definition nennt keinen Host. Im Schritt „Allgemein“ einen eingeben.";
    "“{host}” is not a host. Enter a name such as api.example.com, with a port if need be, in the General step."
        => "„{host}“ ist kein Host. Im Schritt „Allgemein“ einen Namen wie api.example.com eingeben, wenn nötig mit Port.";
    "The definition offers only {schemes}. Test calls use https or http: choose one in the General step."
        => "Die Definition bietet nur {schemes} an. Testaufrufe verwenden https oder http: Im Schritt „Allgemein“ eines wählen.";
    "{at} is required. Enter a value." => "{at} ist erforderlich. Einen Wert eingeben.";
    "{at} must be {expected}, not {found}. Enter another value."
        => "{at} muss {expected} sein, nicht {found}. Einen anderen Wert eingeben.";
    "{at} makes a path segment of dots alone, which leads to another path. Enter another value."
        => "{at} ergibt ein Pfadsegment nur aus Punkten, das zu einem anderen Pfad führt. Einen anderen Wert eingeben.";
    "The path has {{{name}}}, but the operation has no such path parameter. Add it in the Definition step."
        => "Der Pfad hat {{{name}}}, aber die Operation hat keinen solchen Pfadparameter. Ihn im Schritt „Definition“ hinzufügen.";
    "“{name}” is not a header's name: only letters, digits and hyphens are. Rename it in the Definition step."
        => "„{name}“ ist kein Name eines Headers: Das sind nur Buchstaben, Ziffern und Bindestriche. Ihn im Schritt „Definition“ umbenennen.";
    "{at} is set by Tenon as it sends the request. Delete the parameter in the Definition step."
        => "{at} setzt Tenon selbst, wenn es die Anfrage sendet. Den Parameter im Schritt „Definition“ löschen.";
    "{at} has a line break or another control character, which no header can hold. Enter it without."
        => "{at} hat einen Zeilenumbruch oder ein anderes Steuerzeichen, das kein Header enthalten kann. Den Wert ohne eingeben.";
    "{at} is a file. Choose one, or enter its content in Base64."
        => "{at} ist eine Datei. Eine wählen oder ihren Inhalt in Base64 eingeben.";
    "{at} cannot be a file: only a form or a body can. Enter a value."
        => "{at} kann keine Datei sein: Das kann nur ein Formular oder ein Body. Einen Wert eingeben.";
    "{at} is one file. Choose one only." => "{at} ist eine einzige Datei. Nur eine wählen.";
    "{at} has a file of the content type “{content_type}”, which is none. Enter one such as image/png, or leave it empty."
        => "{at} hat eine Datei mit dem Inhaltstyp „{content_type}“, der keiner ist. Einen wie image/png eingeben oder ihn leer lassen.";
    "“{name}” is not a content type. Choose one such as application/json."
        => "„{name}“ ist kein Inhaltstyp. Einen wie application/json wählen.";
    "{at} is a list with {separator} between its items, so no item can hold one, as {item} does. Enter another value, or choose another collection format in the Definition step."
        => "{at} ist eine Liste, zwischen deren Elementen {separator} steht, also kann kein Element so eines enthalten, wie {item} es tut. Einen anderen Wert eingeben oder im Schritt „Definition“ ein anderes Auflistungsformat wählen.";
    "{at} is sent as XML, where {reason}." => "{at} wird als XML gesendet: {reason}.";
    "no more than {max_depth} levels are written. Make the body flatter"
        => "Mehr als {max_depth} Ebenen werden nicht geschrieben. Den Body flacher machen";
    "“{part}” cannot be the name of an element. Give the property an XML name in its schema"
        => "„{part}“ kann nicht der Name eines Elements sein. Der Eigenschaft in ihrem Schema einen XML-Namen geben";
    "no text can hold a control character. Enter it without"
        => "Kein Text kann ein Steuerzeichen enthalten. Den Wert ohne eingeben";
    "{at} is sent as {content_type}, so it must be {expected}, not {found}. Enter another value, or choose another content type."
        => "{at} wird als {content_type} gesendet, also muss es {expected} sein, nicht {found}. Einen anderen Wert eingeben oder einen anderen Inhaltstyp wählen.";
    "The operation has a body and form fields; a request has one of them. Delete one in the Definition step."
        => "Die Operation hat einen Body und Formularfelder; eine Anfrage hat eines davon. Eines im Schritt „Definition“ löschen.";
    "Give the parameter a name." => "Dem Parameter einen Namen geben.";
    "There is a {location} parameter “{name}” already. Choose another name or place."
        => "Es gibt schon einen Parameter „{name}“ in “{location}”. Einen anderen Namen oder Ort wählen.";
    "The operation has a body already; it can have one." => "Die Operation hat schon einen Body; sie kann nur einen haben.";
    "“{text}” is not {expected}. Write one, or leave the default empty."
        => "“{text}” ist nicht {expected}. So etwas schreiben oder den Standardwert leer lassen.";
    "choices" => "Auswahlwerte";
    "fields" => "Felder";
    "items of the tree" => "Elemente des Baums";
    "The definition does not say which operation supplies the {supplied}. Enter a value by hand, or mend the definition."
        => "Die Definition sagt nicht, welche Operation die {supplied} liefert. Einen Wert von Hand eingeben oder die Definition berichtigen.";
    "The {supplied} come from the operation “{operation}”, which the definition does not have. Enter a value by hand, or mend the definition."
        => "Die {supplied} kommen von der Operation „{operation}“, die die Definition nicht hat. Einen Wert von Hand eingeben oder die Definition berichtigen.";
    "The {supplied} come from “{capability}” of the platform, which a test call does not have. Enter a value by hand."
        => "Die {supplied} kommen von “{capability}” der Plattform, das ein Testaufruf nicht hat. Einen Wert von Hand eingeben.";
    "The operation that supplies the {supplied} has no parameter “{name}”. Mend the definition."
        => "Die Operation, die die {supplied} liefert, hat keinen Parameter „{name}“. Die Definition berichtigen.";
    "The {supplied} depend on “{name}”. Fill it in first."
        => "Die {supplied} hängen von „{name}“ ab. Das zuerst ausfüllen.";
    "The item has nothing at “{path}”, by which the items in it are asked for. Compare the answer with the definition."
        => "Das Element hat nichts bei “{path}”, womit nach den Elementen darin gefragt wird. Die Antwort mit der Definition vergleichen.";
    "The answer of the operation “{operation}” has no list at “{path}”, where the items should be. Compare it with the definition."
        => "Die Antwort der Operation „{operation}“ hat keine Liste bei “{path}”, wo die Elemente stehen sollten. Sie mit der Definition vergleichen.";
    "The items that the operation “{operation}” answered have nothing at “{path}”, where their value should be. Compare them with the definition."
        => "Die Elemente in der Antwort der Operation „{operation}“ haben nichts bei “{path}”, wo ihr Wert stehen sollte. Sie mit der Definition vergleichen.";
    "The answer of the operation “{operation}” has nothing at “{path}”, where the schema should be. It has {has}. Compare it with the definition."
        => "Die Antwort der Operation „{operation}“ hat nichts bei “{path}”, wo das Schema stehen sollte. Da ist: {has}. Sie mit der Definition vergleichen.";
    "What the operation “{operation}” answered {place} is no schema: it is {is}. A schema says its type or its properties. Compare the answer with the definition."
        => "Was die Operation „{operation}“ {place} geantwortet hat, ist kein Schema, sondern {is}. Ein Schema sagt seinen Typ oder seine Eigenschaften. Die Antwort mit der Definition vergleichen.";
    "The schema that the operation “{operation}” supplies is broken at “{pointer}”: {wrong}. Have the service mend it, or write the value as JSON."
        => "Das Schema, das die Operation „{operation}“ liefert, ist bei “{pointer}” fehlerhaft: {wrong}. Den Dienst es berichtigen lassen oder den Wert als JSON schreiben.";
    "The schema that the operation “{operation}” supplies has more than {bound} {what}. Write the value as JSON."
        => "Das Schema, das die Operation „{operation}“ liefert, hat mehr als {bound} {what}. Den Wert als JSON schreiben.";
    "{what} at “{place}”" => "{what} bei “{place}”";
    "as a whole" => "als Ganzes";
    "at “{path}”" => "bei “{path}”";
    "values" => "Werte";
    "levels" => "Ebenen";
    "a schema is an object" => "Ein Schema ist ein Objekt";
    "properties are an object" => "Eigenschaften sind ein Objekt";
    "items have one schema, which is an object" => "“items” hat ein einziges Schema, das ein Objekt ist";
    "this is a list" => "Das hier ist eine Liste";
    "a reference is a text" => "Ein Verweis ist ein Text";
    "nothing (null)" => "nichts (null)";
    "an object without members" => "ein Objekt ohne Einträge";
    "an object with {names}" => "ein Objekt mit {names}";
}
