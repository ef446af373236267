//! What the rules of dynamic values, lists and schemas find.

super::german! {
    "“{name}” is a parameter of operation {operation} and a property of its body."
        => "„{name}“ ist ein Parameter der Operation {operation} und eine Eigenschaft ihres Bodys.";
    "Operation {operation} has no parameter “{name}”. Correct the name."
        => "Operation {operation} hat keinen Parameter „{name}“. Den Namen korrigieren.";
    "Operation {operation} wants a value of type “{kind}” here, but {value} is given."
        => "Operation {operation} will hier einen Wert vom Typ “{kind}”, aber {value} ist angegeben.";
    "Operation {operation} requires “{wanted}”, but “{reference}” is optional. Require it."
        => "Operation {operation} verlangt „{wanted}“, aber „{reference}“ ist optional. Als erforderlich festlegen.";
    "Operation {operation} wants the type “{kind}” here, but “{reference}” is of type “{given}”."
        => "Operation {operation} will hier den Typ “{kind}”, aber „{reference}“ ist vom Typ “{given}”.";
    "“{reference}” is a parameter and a property of the body. Say which with “{successor}”."
        => "„{reference}“ ist ein Parameter und eine Eigenschaft des Bodys. Mit “{successor}” sagen, was gemeint ist.";
    "“{reference}” is a property of the body, which only “{successor}” reads. Add it."
        => "„{reference}“ ist eine Eigenschaft des Bodys, die nur “{successor}” liest. Hinzufügen.";
    "“{reference}” of operation {operation} is internal, so users cannot change it. Give its value instead."
        => "„{reference}“ der Operation {operation} ist intern, Benutzer können es also nicht ändern. Stattdessen den Wert angeben.";
    "Operation {operation} requires “{name}”, which is not given. Add it to “parameters”."
        => "Operation {operation} verlangt „{name}“, das nicht angegeben ist. In “parameters” hinzufügen.";
    "Operation {operation} is called with {method}, so it may change something. Name one with GET."
        => "Operation {operation} wird mit {method} aufgerufen und kann also etwas ändern. Eine mit GET nennen.";
    "There is nothing to take “{name}” from when a connection is tested. Give a value."
        => "Beim Testen einer Verbindung gibt es nichts, woraus „{name}“ genommen werden könnte. Einen Wert angeben.";
    "Operation {operation} requires “{name}”, which is not given. Add a value to “parameters”."
        => "Operation {operation} verlangt „{name}“, das nicht angegeben ist. In “parameters” einen Wert hinzufügen.";
    "“filterFunctions” names no function. Name some, or remove it."
        => "“filterFunctions” nennt keine Funktion. Welche nennen oder entfernen.";
    "“filterFunctions” has a meaning in schemas of responses only. Move it there."
        => "“filterFunctions” hat nur in Schemas von Antworten eine Bedeutung. Dorthin verschieben.";
    "{function} is named twice. Remove one." => "{function} ist zweimal genannt. Eines entfernen.";
    "{function} is no function of filters that the platform knows. Correct or remove it."
        => "{function} ist keine Filterfunktion, die die Plattform kennt. Korrigieren oder entfernen.";
    "The value {value} has no name. Say it in “displayName”."
        => "Der Wert {value} hat keinen Namen. In “displayName” angeben.";
    "The value {own} is named twice. Remove one of the entries."
        => "Der Wert {own} ist zweimal benannt. Einen der Einträge entfernen.";
    "The value {own} is not in “enum”. Add it there, or remove this entry."
        => "Der Wert {own} steht nicht in “enum”. Dort hinzufügen oder diesen Eintrag entfernen.";
    "The editor “dictionary” needs the type “object” and “additionalProperties”."
        => "Der Editor “dictionary” braucht den Typ “object” und “additionalProperties”.";
    "“{path}” cannot be read as a path. Write “~0” for “~” and “~1” for a slash in a name."
        => "“{path}” ist nicht als Pfad lesbar. In Namen “~0” für “~” und “~1” für einen Schrägstrich schreiben.";
    "Operation {operation} does not say what it answers with. Describe its successful response."
        => "Operation {operation} sagt nicht, womit sie antwortet. Ihre erfolgreiche Antwort beschreiben.";
    "Operation {operation} does not answer with “{path}”. Correct the path."
        => "Operation {operation} antwortet nicht mit “{path}”. Den Pfad korrigieren.";
    "its answer" => "ihre Antwort";
    "Operation {operation} answers with no array: {what} is not one. Correct “{collection}”."
        => "Operation {operation} antwortet mit keinem Array: {what} ist keines. “{collection}” korrigieren.";
    "The items that operation {operation} answers with have no property “{path}”. Correct the path."
        => "Die Elemente, mit denen Operation {operation} antwortet, haben keine Eigenschaft “{path}”. Den Pfad korrigieren.";
    "“{path}” points to properties. Add “x-ms-dynamic-properties” with the path “{whole}” beside it."
        => "“{path}” zeigt auf Eigenschaften. “x-ms-dynamic-properties” mit dem Pfad “{whole}” danebenstellen.";
    "Point to “{whole}”" => "Auf “{whole}” zeigen";
    "“itemValuePath” is “{own}”, but “x-ms-dynamic-schema” points to “{path}”. It should be “{whole}”."
        => "“itemValuePath” ist “{own}”, aber “x-ms-dynamic-schema” zeigt auf “{path}”. Es sollte “{whole}” sein.";
    "“{key}” has no effect on a body itself. Move it into its schema."
        => "“{key}” hat am Body selbst keine Wirkung. In sein Schema verschieben.";
    "Move “{key}” into the schema" => "“{key}” in das Schema verschieben";
    "A file picker needs “x-ms-dynamic-tree” beside it to show folders. Add it."
        => "Eine Dateiauswahl braucht “x-ms-dynamic-tree” neben sich, um Ordner zu zeigen. Hinzufügen.";
    "There is no operation “{id}”.{near} Correct the ID."
        => "Es gibt keine Operation „{id}“.{near} Die ID korrigieren.";
    "Nothing is selected yet when “{name}” is asked for. Use it in “browse” of a tree only."
        => "Noch ist nichts gewählt, wenn nach „{name}“ gefragt wird. Nur in “browse” eines Baums verwenden.";
}
