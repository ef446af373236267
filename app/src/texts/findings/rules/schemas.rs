//! The rules of schemas.

crate::texts::findings::german! {
    "“multipleOf” is above zero" => "“multipleOf” ist größer als null";
    "Only multiples of a number above zero can be told from other numbers. Write one, or remove the keyword."
        => "Nur Vielfache einer Zahl über null lassen sich von anderen Zahlen unterscheiden. Eine solche schreiben oder das Schlüsselwort entfernen.";
    "“exclusiveMaximum” stands beside a “maximum”" => "“exclusiveMaximum” steht neben einem “maximum”";
    "`exclusiveMaximum` says that the maximum itself is not allowed, so there must be one. Add `maximum`, or remove the keyword. Connectors that the platform accepted carry it, so it is no error."
        => "`exclusiveMaximum` sagt, dass das Maximum selbst nicht erlaubt ist, also muss es eines geben. `maximum` hinzufügen oder das Schlüsselwort entfernen. Connectors, die die Plattform angenommen hat, enthalten es, also ist es kein Fehler.";
    "“exclusiveMinimum” stands beside a “minimum”" => "“exclusiveMinimum” steht neben einem “minimum”";
    "`exclusiveMinimum` says that the minimum itself is not allowed, so there must be one. Add `minimum`, or remove the keyword."
        => "`exclusiveMinimum` sagt, dass das Minimum selbst nicht erlaubt ist, also muss es eines geben. `minimum` hinzufügen oder das Schlüsselwort entfernen.";
    "“maxItems” is not below zero" => "“maxItems” ist nicht kleiner als null";
    "An array cannot have fewer than no items. Write a number that is not below zero."
        => "Ein Array kann nicht weniger als keine Elemente haben. Eine Zahl schreiben, die nicht unter null ist.";
    "“maxLength” is not below zero" => "“maxLength” ist nicht kleiner als null";
    "A text cannot have fewer than no characters. Write a number that is not below zero."
        => "Ein Text kann nicht weniger als keine Zeichen haben. Eine Zahl schreiben, die nicht unter null ist.";
    "“maxProperties” is not below zero" => "“maxProperties” ist nicht kleiner als null";
    "An object cannot have fewer than no properties. Write a number that is not below zero."
        => "Ein Objekt kann nicht weniger als keine Eigenschaften haben. Eine Zahl schreiben, die nicht unter null ist.";
    "“minimum” is not above “maximum”" => "“minimum” ist nicht größer als “maximum”";
    "No number is both above the minimum and below the maximum. Swap or correct them."
        => "Keine Zahl liegt zugleich über dem Minimum und unter dem Maximum. Vertauschen oder korrigieren.";
    "“minItems” is not below zero" => "“minItems” ist nicht kleiner als null";
    "“minItems” is not above “maxItems”" => "“minItems” ist nicht größer als “maxItems”";
    "No array has enough items and not too many of them. Swap or correct the bounds."
        => "Kein Array hat genug Elemente und zugleich nicht zu viele. Die Grenzen vertauschen oder korrigieren.";
    "“minLength” is not below zero" => "“minLength” ist nicht kleiner als null";
    "“minLength” is not above “maxLength”" => "“minLength” ist nicht größer als “maxLength”";
    "No text is long enough and not too long. Swap or correct the bounds."
        => "Kein Text ist lang genug und zugleich nicht zu lang. Die Grenzen vertauschen oder korrigieren.";
    "“minProperties” is not below zero" => "“minProperties” ist nicht kleiner als null";
    "“pattern” is a regular expression" => "“pattern” ist ein regulärer Ausdruck";
    "A pattern is a regular expression of ECMA-262; one that is none cannot be matched. Correct it."
        => "Ein Muster ist ein regulärer Ausdruck nach ECMA-262; mit einem, der keiner ist, lässt sich nichts vergleichen. Korrigieren.";
    "No value stands twice in a list of values or names"
        => "Kein Wert steht zweimal in einer Liste von Werten oder Namen";
    "A list whose items must differ names one of them twice; the second says nothing new. Remove it."
        => "Eine Liste, deren Elemente sich unterscheiden müssen, nennt eines zweimal; das zweite sagt nichts Neues. Entfernen.";
    "Every value of “enum” has the type of the schema" => "Jeder Wert von “enum” hat den Typ des Schemas";
    "The values of a fixed set have the type that the schema gives. Write them in that type, or change the type."
        => "Die Werte einer festen Auswahl haben den Typ, den das Schema angibt. In diesem Typ schreiben oder den Typ ändern.";
    "An array says what its items are" => "Ein Array sagt, was seine Elemente sind";
    "The type of an array's items is part of its type. Describe them in `items`."
        => "Der Typ der Elemente eines Arrays gehört zu seinem Typ. In `items` beschreiben.";
    "A default has the type of its schema or parameter"
        => "Ein Standardwert hat den Typ seines Schemas oder Parameters";
    "A default is a value like any other, so it has the type that the schema gives. Write it in that type, or change the type."
        => "Ein Standardwert ist ein Wert wie jeder andere, also hat er den Typ, den das Schema angibt. In diesem Typ schreiben oder den Typ ändern.";
    "“enum” names at least one value" => "“enum” nennt mindestens einen Wert";
    "A fixed set of no values allows nothing. Name the values, or remove the keyword."
        => "Eine feste Auswahl ohne Werte erlaubt nichts. Die Werte nennen oder das Schlüsselwort entfernen.";
    "“required” names at least one property" => "“required” nennt mindestens eine Eigenschaft";
    "A list of required properties that names none says nothing, and JSON Schema forbids it. Name the properties, or remove the keyword."
        => "Eine Liste erforderlicher Eigenschaften, die keine nennt, sagt nichts, und JSON Schema verbietet sie. Die Eigenschaften nennen oder das Schlüsselwort entfernen.";
    "Required properties are described" => "Erforderliche Eigenschaften sind beschrieben";
    "A required property that the object does not describe cannot be filled in: it is often a misspelt name. Describe it in `properties`, or take it out of `required`."
        => "Eine erforderliche Eigenschaft, die das Objekt nicht beschreibt, lässt sich nicht ausfüllen: Oft ist es ein falsch geschriebener Name. In `properties` beschreiben oder aus `required` herausnehmen.";
    "“required” stands in schemas of objects only" => "“required” steht nur in Schemas von Objekten";
    "Only objects have properties that can be required. In a property, `required: true` has no effect: name it in `required` of the object that it belongs to."
        => "Nur Objekte haben Eigenschaften, die erforderlich sein können. In einer Eigenschaft hat `required: true` keine Wirkung: In `required` des Objekts nennen, zu dem sie gehört.";
    "The discriminator is a required property of type string"
        => "Der Diskriminator ist eine erforderliche Eigenschaft vom Typ string";
    "The discriminator names the property by whose text the kind of an object is told, so every object must have it. Describe the property as a string, and require it."
        => "Der Diskriminator nennt die Eigenschaft, an deren Text die Art eines Objekts zu erkennen ist, also muss jedes Objekt sie haben. Die Eigenschaft als Text beschreiben und als erforderlich festlegen.";
    "Internal properties with a default are required"
        => "Interne Eigenschaften mit einem Standardwert sind erforderlich";
    "A property that users do not see is sent only if it is required, so its default has no effect. Require it."
        => "Eine Eigenschaft, die Benutzer nicht sehen, wird nur gesendet, wenn sie erforderlich ist, also hat ihr Standardwert keine Wirkung. Als erforderlich festlegen.";
    "Bytes are a whole body or a form field" => "Bytes sind ein ganzer Body oder ein Formularfeld";
    "Bytes cannot stand inside of a document. Send or receive them as the whole body, or write them as text with the format `byte`. Connectors that the platform accepted carry it, so it is no error."
        => "Bytes können nicht in einem Dokument stehen. Als ganzen Body senden oder empfangen oder als Text im Format `byte` schreiben. Connectors, die die Plattform angenommen hat, enthalten es, also ist es kein Fehler.";
    "Internal parameters with a default are required" => "Interne Parameter mit einem Standardwert sind erforderlich";
    "A parameter that users do not see is sent only if it is required, so its default has no effect. Require it."
        => "Ein Parameter, den Benutzer nicht sehen, wird nur gesendet, wenn er erforderlich ist, also hat sein Standardwert keine Wirkung. Als erforderlich festlegen.";
    "No property that is sent is both required and read-only"
        => "Keine Eigenschaft, die gesendet wird, ist zugleich erforderlich und schreibgeschützt";
    "A property that only the API sets cannot be asked of users. Take it out of `required`, or let it be set."
        => "Eine Eigenschaft, die nur die API setzt, lässt sich von Benutzern nicht verlangen. Aus `required` herausnehmen oder setzen lassen.";
    "The type “file” stands at the root of responses only" => "Der Typ “file” steht nur an der Wurzel von Antworten";
    "A file is the whole answer, or a form field. Elsewhere describe a string of format `byte`."
        => "Eine Datei ist die ganze Antwort oder ein Formularfeld. Anderswo einen Text im Format `byte` beschreiben.";
    "No schema requires itself" => "Kein Schema verlangt sich selbst";
    "An object that must have a property that must be the same kind of object never ends, so it cannot be sent. Make one of the properties optional."
        => "Ein Objekt, das eine Eigenschaft haben muss, die wieder ein solches Objekt sein muss, endet nie, lässt sich also nicht senden. Eine der Eigenschaften optional machen.";
    "References to schemas lead to one" => "Verweise auf Schemas führen zu einem";
    "The reference names a schema that is not there. Correct the name, or add it under `definitions`."
        => "Der Verweis nennt ein Schema, das es nicht gibt. Den Namen korrigieren oder es unter `definitions` hinzufügen.";
    "References to schemas begin with “#/definitions/”" => "Verweise auf Schemas beginnen mit “#/definitions/”";
    "A schema refers to one of the shared schemas at the root: `#/definitions/` and its name. References into other files are not followed."
        => "Ein Schema verweist auf eines der gemeinsamen Schemas in der Wurzel: `#/definitions/` und sein Name. Verweisen in andere Dateien wird nicht gefolgt.";
    "Shared schemas are no references" => "Gemeinsame Schemas sind keine Verweise";
    "A shared schema is written out, it does not stand for another one. Copy what it refers to, or refer to that."
        => "Ein gemeinsames Schema ist ausgeschrieben, es steht nicht für ein anderes. Kopieren, worauf es verweist, oder auf jenes verweisen.";
}
