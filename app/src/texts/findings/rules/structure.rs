//! The rules of the structure.

crate::texts::findings::german! {
    "The names of “x-ms-” extensions are spelt as the platform knows them"
        => "Die Namen von “x-ms-”-Erweiterungen sind geschrieben, wie die Plattform sie kennt";
    "The platform ignores extensions that it does not know, so a misspelt one has no effect and nobody says so. Correct the name."
        => "Die Plattform übergeht Erweiterungen, die sie nicht kennt, also hat eine falsch geschriebene keine Wirkung, und niemand sagt es. Den Namen korrigieren.";
    "Only keywords of Swagger 2.0 are used" => "Nur Schlüsselwörter von Swagger 2.0 werden verwendet";
    "Newer versions of OpenAPI and of JSON Schema have this keyword, Swagger 2.0 has not, and the platform reads Swagger 2.0 only. Say the same with what Swagger 2.0 offers, or leave it out."
        => "Neuere Versionen von OpenAPI und JSON Schema haben dieses Schlüsselwort, Swagger 2.0 nicht, und die Plattform liest nur Swagger 2.0. Dasselbe mit dem sagen, was Swagger 2.0 bietet, oder es weglassen.";
    "The objects of extensions have only the members that the platform knows"
        => "Die Objekte von Erweiterungen haben nur die Einträge, die die Plattform kennt";
    "The objects of the platform's extensions have fixed members. What else stands there has no effect; it is often a misspelt member. Correct or remove it. Connectors that the platform accepted carry it, so it is no error."
        => "Die Objekte der Erweiterungen der Plattform haben feste Einträge. Was sonst dort steht, hat keine Wirkung; oft ist es ein falsch geschriebener Eintrag. Korrigieren oder entfernen. Connectors, die die Plattform angenommen hat, enthalten es, also ist es kein Fehler.";
    "Nothing stands beside “$ref”" => "Neben “$ref” steht nichts";
    "An object with `$ref` stands for what it refers to, and everything beside `$ref` is ignored. Move it to what is referred to, or write the schema out here."
        => "Ein Objekt mit `$ref` steht für das, worauf es verweist, und alles neben `$ref` wird übergangen. Dorthin verschieben, worauf verwiesen wird, oder das Schema hier ausschreiben.";
    "A body parameter says its type in “schema” only" => "Ein Body-Parameter sagt seinen Typ nur in “schema”";
    "The type of a body is what its schema says. Move `type`, `format`, `items` and the like into `schema`."
        => "Der Typ eines Bodys ist, was sein Schema sagt. `type`, `format`, `items` und dergleichen in `schema` verschieben.";
    "Members that Swagger 2.0 does not know begin with “x-”"
        => "Einträge, die Swagger 2.0 nicht kennt, beginnen mit “x-”";
    "Swagger 2.0 gives each object its members; all others must begin with `x-`. It is often a misspelt member. Correct it, remove it, or begin its name with `x-`."
        => "Swagger 2.0 gibt jedem Objekt seine Einträge; alle anderen müssen mit `x-` beginnen. Oft ist es ein falsch geschriebener Eintrag. Korrigieren, entfernen oder den Namen mit `x-` beginnen.";
    "Where one of several members must be there, one is"
        => "Wo einer von mehreren Einträgen da sein muss, ist einer da";
    "One of several members says what the object means; without any it means nothing. Add one."
        => "Einer von mehreren Einträgen sagt, was das Objekt bedeutet; ohne einen bedeutet es nichts. Einen hinzufügen.";
    "Required members are there" => "Erforderliche Einträge sind da";
    "Swagger 2.0 or the platform requires this member. Add it."
        => "Swagger 2.0 oder die Plattform verlangt diesen Eintrag. Hinzufügen.";
    "A body parameter has a schema" => "Ein Body-Parameter hat ein Schema";
    "Without a schema nobody knows what to send. Describe the body in `schema`."
        => "Ohne ein Schema weiß niemand, was zu senden ist. Den Body in `schema` beschreiben.";
    "Only body parameters have a schema" => "Nur Body-Parameter haben ein Schema";
    "Only a body has a schema; every other parameter says its type with `type`, `format` and `items`."
        => "Nur ein Body hat ein Schema; jeder andere Parameter sagt seinen Typ mit `type`, `format` und `items`.";
    "“allowEmptyValue” stands in query and form parameters only"
        => "“allowEmptyValue” steht nur in Query- und Formularparametern";
    "An empty value can be sent in the query and in a form; elsewhere the keyword has no effect. Remove it."
        => "Ein leerer Wert lässt sich in der Query und in einem Formular senden; anderswo hat das Schlüsselwort keine Wirkung. Entfernen.";
    "Each name stands once in an object" => "Jeder Name steht in einem Objekt einmal";
    "JSON says nothing of an object in which a name stands twice, and readers take the first, the last, or none. Tenon takes the last, and writes only that one as soon as something in the object is changed. Remove one of them."
        => "JSON sagt nichts über ein Objekt, in dem ein Name zweimal steht, und Leser nehmen den ersten, den letzten oder keinen. Tenon nimmt den letzten und schreibt nur diesen, sobald etwas im Objekt geändert wird. Einen der beiden entfernen.";
    "Every value has the type that Swagger 2.0 gives it" => "Jeder Wert hat den Typ, den Swagger 2.0 ihm gibt";
    "Swagger 2.0 says of each member whether it is a text, a number, true or false, a list or an object. A value of another type is refused or ignored. Give it the type that is named."
        => "Swagger 2.0 sagt von jedem Eintrag, ob er ein Text, eine Zahl, wahr oder falsch, eine Liste oder ein Objekt ist. Ein Wert von einem anderen Typ wird abgelehnt oder übergangen. Ihm den genannten Typ geben.";
    "A value from a fixed set is one of that set" => "Ein Wert aus einer festen Auswahl ist einer von ihr";
    "This member has a fixed set of values, and the value is none of them. Choose one of them."
        => "Dieser Eintrag hat eine feste Auswahl von Werten, und der Wert ist keiner davon. Einen von ihnen wählen.";
}
