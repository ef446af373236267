//! What the rules of the structure find.

super::german! {
    "“settings” of “x-ms-dynamic-tree”" => "“settings” von “x-ms-dynamic-tree”";
    "An operation of a picker" => "Eine Operation einer Auswahl";
    "An entry of “x-ms-enum-values”" => "Ein Eintrag von “x-ms-enum-values”";
    "An entry of “x-ms-connector-metadata”" => "Ein Eintrag von “x-ms-connector-metadata”";
    "An entry of “x-ms-docs”" => "Ein Eintrag von “x-ms-docs”";
    "Rename “{key}” to “{meant}”" => "“{key}” in “{meant}” umbenennen";
    "The platform does not know “{key}” and ignores it. Did you mean “{meant}”?"
        => "Die Plattform kennt “{key}” nicht und übergeht es. Ist “{meant}” gemeint?";
    "The platform does not know “{key}” and ignores it. Check its name, or remove it."
        => "Die Plattform kennt “{key}” nicht und übergeht es. Den Namen prüfen oder entfernen.";
    "{what} has no member “{key}”. Did you mean “{meant}”?" => "{what} kennt kein “{key}”. Ist “{meant}” gemeint?";
    "“{key}” is not a keyword of Swagger 2.0. {what} must do without it: remove it, or say the same with other keywords."
        => "“{key}” ist kein Schlüsselwort von Swagger 2.0. {what} muss ohne auskommen: entfernen oder dasselbe mit anderen Schlüsselwörtern sagen.";
    "{what} has no member “{key}”. Remove it, or begin its name with “x-” if it is an extension."
        => "{what} kennt kein “{key}”. Entfernen oder, wenn es eine Erweiterung ist, den Namen mit “x-” beginnen.";
    "{what} has no member “{key}”. Remove it; it has no effect."
        => "{what} kennt kein “{key}”. Entfernen; es hat keine Wirkung.";
    "{what} needs the member “{key}”. Add it." => "{what} braucht “{key}”. Hinzufügen.";
    "{what} needs one of {names}. Add one." => "{what} braucht eines von {names}. Eines hinzufügen.";
    "The body has no schema. Describe what is sent in “schema”."
        => "Der Body hat kein Schema. In “schema” beschreiben, was gesendet wird.";
    "A body does not use “{key}”; its schema does. Move it into “schema”."
        => "Ein Body verwendet “{key}” nicht; sein Schema tut es. In “schema” verschieben.";
    "The parameter “{parameter}” is not a body, so it cannot have a schema. Say its type with “type”."
        => "Der Parameter „{parameter}“ ist kein Body und kann deshalb kein Schema haben. Den Typ mit “type” angeben.";
    "The name of a parameter is empty. Give it one." => "Der Name eines Parameters ist leer. Einen vergeben.";
    "“allowEmptyValue” has an effect in query and form parameters only. Remove it."
        => "“allowEmptyValue” wirkt nur bei Query- und Formularparametern. Entfernen.";
    "Remove “allowEmptyValue”" => "“allowEmptyValue” entfernen";
    "“{key}” stands beside “$ref” and is ignored. Move it to the {what} that “$ref” names, or remove it."
        => "“{key}” steht neben “$ref” und wird übergangen. Zum Ziel von “$ref” ({what}) verschieben oder entfernen.";
    "The definition" => "Die Definition";
    "A tag" => "Ein Tag";
    "The contact" => "Der Kontakt";
    "The license" => "Die Lizenz";
    "A path" => "Ein Pfad";
    "An operation" => "Eine Operation";
    "A body parameter" => "Ein Body-Parameter";
    "A parameter" => "Ein Parameter";
    "A header" => "Ein Header";
    "A response" => "Eine Antwort";
    "A schema" => "Ein Schema";
    "“{key}” stands twice in this object. The last one counts; the first is gone once something in the object is changed. Remove one of them."
        => "“{key}” steht in diesem Objekt zweimal. Das letzte zählt; das erste ist weg, sobald etwas im Objekt geändert wird. Eines davon entfernen.";
    "a list of objects" => "eine Liste von Objekten";
    "a list of schemas" => "eine Liste von Schemas";
    "an object, or true or false" => "ein Objekt oder wahr oder falsch";
    "a list of names" => "eine Liste von Namen";
    "null" => "null";
    "“{key}” must be {wanted}, but it is {found}." => "“{key}” muss {wanted} sein, ist aber {found}.";
    "Make “{key}” {wanted}" => "“{key}” umschreiben: {wanted}";
    "“{key}” must be a list of texts, but one of its items is {item}."
        => "“{key}” muss eine Liste von Texten sein, aber eines der Elemente ist {item}.";
    "“{key}” has no schema. Name at least one, or remove “{key}”."
        => "“{key}” hat kein Schema. Mindestens eines nennen oder “{key}” entfernen.";
    "A security requirement" => "Eine Sicherheitsanforderung";
    "The property “{name}” must be a schema, which is an object, but it is {found}."
        => "Die Eigenschaft „{name}“ muss ein Schema sein, also ein Objekt, ist aber {found}.";
    "“{key}” cannot be “{text}”. Choose one of {choices}."
        => "“{key}” kann nicht “{text}” sein. Eines von diesen wählen: {choices}.";
    "Make “{key}” “{meant}”" => "“{key}” zu “{meant}” machen";
    "{what} must be an object, but it is {found}." => "{what} muss ein Objekt sein, ist aber {found}.";
    "A security definition" => "Eine Sicherheitsdefinition";
    "parameter" => "Parameter";
    "response" => "Antwort";
    "schema" => "Schema";
}
