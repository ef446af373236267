//! What the rules of schemas find.

super::german! {
    "“multipleOf” is {value}, but it must be above zero."
        => "“multipleOf” ist {value}, muss aber größer als null sein.";
    "“{key}” is {value}, but nothing can be counted below zero."
        => "“{key}” ist {value}, aber unter null lässt sich nichts zählen.";
    "“{low_key}” ({least}) is above “{high_key}” ({most}), so no value fits. Swap or correct them."
        => "“{low_key}” ({least}) ist größer als “{high_key}” ({most}), also passt kein Wert. Vertauschen oder korrigieren.";
    "“{key}” has no effect without “{bound}”. Add “{bound}”, or remove it."
        => "“{key}” hat ohne “{bound}” keine Wirkung. “{bound}” hinzufügen oder entfernen.";
    "“{key}” has no effect without “{bound}”. Write the number as “{bound}”, and true here."
        => "“{key}” hat ohne “{bound}” keine Wirkung. Die Zahl als “{bound}” schreiben und hier true.";
    "The pattern is not a regular expression: {reason}, at character {at}."
        => "Das Muster ist kein regulärer Ausdruck: {reason}, bei Zeichen {at}.";
    "{what} is an array, but does not say of what. Describe its items in “items”."
        => "{what} ist ein Array, sagt aber nicht, wovon. Die Elemente in “items” beschreiben.";
    "The parameter" => "Der Parameter";
    "The header" => "Der Header";
    "“enum” names no value, so nothing would be allowed. Name the values, or remove it."
        => "“enum” nennt keinen Wert, also wäre nichts erlaubt. Die Werte nennen oder entfernen.";
    "Remove the empty “enum”" => "Das leere “enum” entfernen";
    "{choice} is not of the type “{kind}”. Write it so, or change the type."
        => "{choice} ist nicht vom Typ “{kind}”. So schreiben oder den Typ ändern.";
    "Name each value of “{key}” once" => "Jeden Wert von “{key}” einmal nennen";
    "{value} stands twice in “{key}”. Remove one of them."
        => "{value} steht zweimal in “{key}”. Eines davon entfernen.";
    "The default {default} is not of the type “{kind}”. Write it so, or change the type."
        => "Der Standardwert {default} ist nicht vom Typ “{kind}”. So schreiben oder den Typ ändern.";
    "Write the default as {value}" => "Den Standardwert als {value} schreiben";
    "Remove the empty “required”" => "Das leere “required” entfernen";
    "“required” names no property. Name some, or remove it."
        => "“required” nennt keine Eigenschaft. Welche nennen oder entfernen.";
    "Remove “required”" => "“required” entfernen";
    "The property “{name}” is required, but not described. Add it to “properties”, or remove it here."
        => "Die Eigenschaft „{name}“ ist erforderlich, aber nicht beschrieben. In “properties” hinzufügen oder hier entfernen.";
    "The discriminator “{name}” is no property of the object. Describe it as a string, and require it."
        => "Der Diskriminator „{name}“ ist keine Eigenschaft des Objekts. Als Text beschreiben und als erforderlich festlegen.";
    "The discriminator “{name}” must be required. Name it in “required”."
        => "Der Diskriminator „{name}“ muss erforderlich sein. In “required” nennen.";
    "The discriminator “{name}” must be a property of type string."
        => "Der Diskriminator „{name}“ muss eine Eigenschaft vom Typ string sein.";
    "“)” closes no group" => "“)” schließt keine Gruppe";
    "a group is not closed" => "eine Gruppe ist nicht geschlossen";
    "nothing follows the last “\\”" => "auf das letzte “\\” folgt nichts";
    "a range in “[…]” goes backwards" => "ein Bereich in “[…]” läuft rückwärts";
    "“[” is not closed" => "“[” ist nicht geschlossen";
    "the name of a group is not closed by “>”" => "der Name einer Gruppe ist nicht mit “>” geschlossen";
    "“(?” begins no kind of group" => "“(?” beginnt keine Art von Gruppe";
    "there is nothing to repeat" => "es gibt nichts zu wiederholen";
    "the bounds in “{{…}}” are the wrong way round" => "die Grenzen in “{{…}}” sind vertauscht";
    "A schema of type “file” can only be the whole answer. Use a string of format “byte”."
        => "Ein Schema vom Typ “file” kann nur die ganze Antwort sein. Einen Text im Format “byte” verwenden.";
    "Bytes cannot stand inside of a document. Use the format “byte”, or make them the whole body."
        => "Bytes können nicht in einem Dokument stehen. Das Format “byte” verwenden oder sie zum ganzen Body machen.";
    "“{name}” is read-only, so it cannot be required of what is sent."
        => "„{name}“ ist schreibgeschützt und kann deshalb in dem, was gesendet wird, nicht erforderlich sein.";
    "“{name}” is internal and optional, so its default is never sent. Require it."
        => "„{name}“ ist intern und optional, also wird der Standardwert nie gesendet. Als erforderlich festlegen.";
    "There is no schema “{reference}”.{near} Correct the name, or add the schema."
        => "Es gibt kein Schema “{reference}”.{near} Den Namen korrigieren oder das Schema hinzufügen.";
    "“{reference}” is no reference to a schema. It must begin with “#/definitions/”."
        => "“{reference}” ist kein Verweis auf ein Schema. Er muss mit “#/definitions/” beginnen.";
    "This shared schema only stands for “{reference}”. Write the schema here, or refer to that one."
        => "Dieses gemeinsame Schema steht nur für “{reference}”. Das Schema hier ausschreiben oder auf jenes verweisen.";
    "“{name}” requires itself, so it never ends. Make one of the properties on the way optional."
        => "„{name}“ verlangt sich selbst und endet deshalb nie. Eine der Eigenschaften auf dem Weg optional machen.";
    "“required” has an effect in schemas of objects only. Remove it."
        => "“required” wirkt nur in Schemas von Objekten. Entfernen.";
    "“required” of a property has no effect. Name the property in “required” of its object instead."
        => "“required” einer Eigenschaft hat keine Wirkung. Stattdessen die Eigenschaft in “required” ihres Objekts nennen.";
}
