//! What the rules of operations find.

super::german! {
    "The connector has {operations} operations, of {max_operations} that are allowed. Make two connectors of it."
        => "Der Connector hat {operations} Operationen; erlaubt sind {max_operations}. Zwei Connectors daraus machen.";
    "The connector has {total} schemas, of {bound} that are allowed. Remove what nobody needs."
        => "Der Connector hat {total} Schemas; erlaubt sind {bound}. Entfernen, was niemand braucht.";
    "The body of operation {operation} has more schemas than the {max_body_schemas} that are allowed. Remove properties that nobody needs."
        => "Der Body der Operation {operation} hat mehr Schemas als die {max_body_schemas}, die erlaubt sind. Eigenschaften entfernen, die niemand braucht.";
    "Operation {operation} has more schemas than the {max_operation_schemas} that are allowed. Remove properties that nobody needs."
        => "Operation {operation} hat mehr Schemas als die {max_operation_schemas}, die erlaubt sind. Eigenschaften entfernen, die niemand braucht.";
    "The schema has more levels, with those that it refers to, than the {max_levels} that are allowed. Flatten it."
        => "Das Schema hat samt denen, auf die es verweist, mehr Ebenen als die {max_levels}, die erlaubt sind. Flacher machen.";
    "Operation {operation} names “{name}” as its next link. It must be “nextLink” or “@odata.nextLink”."
        => "Operation {operation} nennt “{name}” als Link zur nächsten Seite. Es muss “nextLink” oder “@odata.nextLink” sein.";
    "{operation} has no operation ID. Give it one." => "{operation} hat keine Operation-ID. Eine vergeben.";
    "Call the operation “{id}”" => "Die Operation „{id}“ nennen";
    "The operation ID “{id}” has {max_length} characters or more. Shorten it."
        => "Die Operation-ID „{id}“ hat {max_length} Zeichen oder mehr. Kürzen.";
    "The platform turns the operation ID “{id}” into “{sanitized}”. Use letters and digits only."
        => "Die Plattform macht aus der Operation-ID „{id}“ „{sanitized}“. Nur Buchstaben und Ziffern verwenden.";
    "The operation ID “{id}” is not in Pascal case, such as “ListParcels”."
        => "Die Operation-ID „{id}“ ist nicht in Pascal-Schreibweise wie „ListParcels“.";
    "{operation} has the operation ID “{id}” already. Change one of them."
        => "{operation} hat schon die Operation-ID „{id}“. Eine von beiden ändern.";
    "The tag “{name}” is described twice. Remove one."
        => "Das Tag „{name}“ ist zweimal beschrieben. Eines entfernen.";
    "Remove the second tag “{name}”" => "Das zweite Tag „{name}“ entfernen";
    "“{text}” is no MIME type. It has two parts with a slash: “application/json”."
        => "“{text}” ist kein MIME-Typ. Ein solcher hat zwei Teile mit einem Schrägstrich: “application/json”.";
    "The platform does not support “{text}”. Name the type of one document."
        => "Die Plattform unterstützt “{text}” nicht. Den Typ eines einzelnen Dokuments nennen.";
    "Operation {operation} sends a {what}, but “consumes” names {consumed}. Name {wanted}."
        => "Operation {operation} sendet {what}, aber “consumes” nennt {consumed}. {wanted} nennen.";
    "form" => "ein Formular";
    "body" => "einen Body";
    "its type" => "Seinen Typ";
    "Operation {name} sends the form field “{field}”, but does not say how. Name “{multipart}” or “{url_encoded}” in “consumes”."
        => "Operation {name} sendet das Formularfeld „{field}“, sagt aber nicht, wie. In “consumes” “{multipart}” oder “{url_encoded}” nennen.";
    "Operation {name} sends a body, but does not say of which MIME type. Name it in “consumes”."
        => "Operation {name} sendet einen Body, sagt aber nicht, von welchem MIME-Typ. In “consumes” nennen.";
    "Let operation {name} consume “{mime}”" => "Operation {name} “{mime}” annehmen lassen";
    "“{field}” cannot be sent in a form of type “{url_encoded}”. Let operation {operation} consume “{multipart}”."
        => "„{field}“ lässt sich nicht in einem Formular vom Typ “{url_encoded}” senden. Operation {operation} “{multipart}” annehmen lassen.";
    " Is “{near}” meant?" => " Ist “{near}” gemeint?";
    "The platform knows no format “{format}” of the type “{kind}”. Choose another, or remove it.{near}"
        => "Die Plattform kennt kein Format “{format}” des Typs “{kind}”. Ein anderes wählen oder entfernen.{near}";
    "Remove the format “{format}”, which repeats the type"
        => "Das Format “{format}” entfernen, das den Typ wiederholt";
    "The path “{path}”" => "Der Pfad „{path}“";
    "Operation {operation}" => "Operation {operation}";
    "Operation {operation} has the body “{body}” and the form field “{field}”. A request has one or the other."
        => "Operation {operation} hat den Body „{body}“ und das Formularfeld „{field}“. Eine Anfrage hat das eine oder das andere.";
    "Operation {operation} asks for news, so it cannot send “{sent}” as a body."
        => "Operation {operation} fragt nach Neuem und kann deshalb „{sent}“ nicht als Body senden.";
    "{what} has more than one body. Join them in one schema."
        => "{what} hat mehr als einen Body. In einem Schema zusammenfassen.";
    "{what} has two parameters “{name}” in “{location}”. Rename or remove one."
        => "{what} hat zwei Parameter „{name}“ in “{location}”. Einen umbenennen oder entfernen.";
    "{what} has the same parameter twice. Remove one." => "{what} hat denselben Parameter zweimal. Einen entfernen.";
    "Remove the parameter that stands twice" => "Den Parameter entfernen, der zweimal dasteht";
    " Is “#/parameters/{near}” meant?" => " Ist “#/parameters/{near}” gemeint?";
    "There is no parameter “{reference}”. Correct the name, or add the parameter.{near}"
        => "Es gibt keinen Parameter “{reference}”. Den Namen korrigieren oder den Parameter hinzufügen.{near}";
    "“{reference}” is no reference to a parameter. It must begin with “#/parameters/”."
        => "“{reference}” ist kein Verweis auf einen Parameter. Er muss mit “#/parameters/” beginnen.";
    "The shared parameter “{name}” is itself a reference. Write the parameter here."
        => "Der gemeinsame Parameter „{name}“ ist selbst ein Verweis. Den Parameter hier ausschreiben.";
    "Several operations have the parameter “{name}” in the same words. Share it under “parameters” at the root."
        => "Mehrere Operationen haben den Parameter „{name}“ im selben Wortlaut. Unter “parameters” in der Wurzel gemeinsam nutzen.";
    "The parameter “{parameter}” is part of the path, so it must be required."
        => "Der Parameter „{parameter}“ gehört zum Pfad und muss deshalb erforderlich sein.";
    "“{name}” is a file, so it must be a form field: set “in” to “formData”."
        => "„{name}“ ist eine Datei und muss deshalb ein Formularfeld sein: “in” auf “formData” setzen.";
    "The platform uses the name “{name}” itself. Give the parameter another one."
        => "Die Plattform verwendet den Namen „{name}“ selbst. Dem Parameter einen anderen geben.";
    "The name “{name}” of a form field has characters beyond ASCII. Use letters and digits."
        => "Der Name „{name}“ eines Formularfelds hat Zeichen außerhalb von ASCII. Buchstaben ohne Umlaute und Ziffern verwenden.";
    "The header “{name}” is set for each call. Remove the parameter."
        => "Der Header „{name}“ wird bei jedem Aufruf gesetzt. Den Parameter entfernen.";
    "Encode the parameter “{parameter}” once" => "Den Parameter „{parameter}“ einmal codieren";
    "The path parameter “{parameter}” does not say how its value is encoded. Set “x-ms-url-encoding” to “single”."
        => "Der Pfadparameter „{parameter}“ sagt nicht, wie sein Wert codiert wird. “x-ms-url-encoding” auf “single” setzen.";
    "Remove “x-ms-url-encoding”" => "“x-ms-url-encoding” entfernen";
    "The platform does not send lists as “{format}”. Use “csv”, “ssv”, “tsv” or “pipes”."
        => "Die Plattform sendet Listen nicht als “{format}”. “csv”, “ssv”, “tsv” oder “pipes” verwenden.";
    "Begin the path “{path}” with a slash" => "Den Pfad „{path}“ mit einem Schrägstrich beginnen";
    "The path “{path}” must begin with “/”." => "Der Pfad „{path}“ muss mit “/” beginnen.";
    "The path “{path}” has a “*”, which is no wildcard here. Use a variable in braces."
        => "Der Pfad „{path}“ enthält “*”, was hier kein Platzhalter ist. Eine Variable in geschweiften Klammern verwenden.";
    "The path “{path}” has a “?” or “#”. Make query parameters of what follows it."
        => "Der Pfad „{path}“ enthält “?” oder “#”. Aus dem, was folgt, Query-Parameter machen.";
    "A path cannot be a reference. Write its operations here."
        => "Ein Pfad kann kein Verweis sein. Seine Operationen hier ausschreiben.";
    "The braces in “{path}” do not pair up within the segments. A variable is written “{{name}}”."
        => "Die geschweiften Klammern in „{path}“ gehen innerhalb der Segmente nicht auf. Eine Variable schreibt man “{{name}}”.";
    "A variable of “{path}” has a default. Write it as the default of its parameter."
        => "Eine Variable von „{path}“ hat einen Standardwert. Als Standardwert ihres Parameters schreiben.";
    "The path “{path}” has no variable “{{{name}}}”. Write it where the value goes, or remove the parameter."
        => "Der Pfad „{path}“ hat keine Variable “{{{name}}}”. Dort schreiben, wo der Wert hingehört, oder den Parameter entfernen.";
    " Is {unused} meant?" => " Ist {unused} gemeint?";
    "Operation {operation} has no path parameter “{name}”, which its path needs. Add it.{near}"
        => "Operation {operation} hat keinen Pfadparameter „{name}“, den ihr Pfad braucht. Hinzufügen.{near}";
    "Add the path parameter “{name}”" => "Den Pfadparameter „{name}“ hinzufügen";
    "Operation {operation} describes no response. Describe at least the successful one."
        => "Operation {operation} beschreibt keine Antwort. Mindestens die erfolgreiche beschreiben.";
    "Operation {operation} describes no successful response. Add one, such as 200."
        => "Operation {operation} beschreibt keine erfolgreiche Antwort. Eine hinzufügen, etwa 200.";
    "“{status}” is no HTTP status. Write a number such as 200, or “default”."
        => "“{status}” ist kein HTTP-Status. Eine Zahl wie 200 oder “default” schreiben.";
    "The default response of operation {operation} has a schema. Move it to the status that is meant."
        => "Die Standardantwort der Operation {operation} hat ein Schema. Zu dem Status verschieben, der gemeint ist.";
    "Operation {operation} has schemas at the responses {described}; flows see one of them."
        => "Operation {operation} hat Schemas bei den Antworten {described}; Flows sehen eines davon.";
    "The designer of flows does not see the schema of operation {operation} at {described}. Move it to 200 or 201."
        => "Der Designer für Flows sieht das Schema der Operation {operation} bei {described} nicht. Zu 200 oder 201 verschieben.";
    " Is “#/responses/{near}” meant?" => " Ist “#/responses/{near}” gemeint?";
    "There is no response “{reference}”. Correct the name, or add the response.{near}"
        => "Es gibt keine Antwort “{reference}”. Den Namen korrigieren oder die Antwort hinzufügen.{near}";
    "“{reference}” is no reference to a response. It must begin with “#/responses/”."
        => "“{reference}” ist kein Verweis auf eine Antwort. Er muss mit “#/responses/” beginnen.";
    "Operation {operation} does not produce “{key}”.{near}" => "Operation {operation} liefert kein “{key}”.{near}";
    "The shared response “{name}” is itself a reference. Write the response here."
        => "Die gemeinsame Antwort „{name}“ ist selbst ein Verweis. Die Antwort hier ausschreiben.";
    "The header “{name}” stands twice, in other capital letters. Remove one."
        => "Der Header „{name}“ steht zweimal da, in anderer Groß- und Kleinschreibung. Einen entfernen.";
    "The schema of the response “{name}” says nothing. Describe what comes back, or remove it."
        => "Das Schema der Antwort „{name}“ sagt nichts. Beschreiben, was zurückkommt, oder entfernen.";
    "The property “{name}” says nothing. Give it a type, or remove it."
        => "Die Eigenschaft „{name}“ sagt nichts. Ihr einen Typ geben oder sie entfernen.";
    "Operation {operation} belongs to a family, but says no revision. Add “revision”."
        => "Operation {operation} gehört zu einer Familie, sagt aber keine Revision. “revision” hinzufügen.";
    "“{id}” is revision {revision} of its family, so its ID should end with “_V{revision}”."
        => "„{id}“ ist Revision {revision} ihrer Familie, die ID sollte also auf „_V{revision}“ enden.";
    "The replacement of operation {operation} does not say its “{key}”. Add it."
        => "Der Nachfolger der Operation {operation} sagt “{key}” nicht. Hinzufügen.";
    "Operation {operation} has a replacement, but is not deprecated."
        => "Operation {operation} hat einen Nachfolger, ist aber nicht veraltet.";
    "Operation {operation} is in production, but the connector is in preview."
        => "Operation {operation} ist in Produktion, aber der Connector ist in der Vorschau.";
    "The family “{family}” has several operations without a revision. Number them."
        => "Die Familie „{family}“ hat mehrere Operationen ohne Revision. Nummerieren.";
    "The family “{family}” has revision {revision} twice. Change one."
        => "Die Familie „{family}“ hat Revision {revision} zweimal. Eine ändern.";
    "The family “{family}” has more than two operations in use. Deprecate the older {operation}."
        => "Die Familie „{family}“ hat mehr als zwei Operationen in Gebrauch. Die ältere {operation} als veraltet kennzeichnen.";
    "The family “{family}” has several operations in production. Deprecate the earlier {operation}."
        => "Die Familie „{family}“ hat mehrere Operationen in Produktion. Die frühere {operation} als veraltet kennzeichnen.";
    "“{path}” and “{other}” (operation {operation}) cannot be told apart. Let them differ in a fixed segment."
        => "„{path}“ und „{other}“ (Operation {operation}) lassen sich nicht unterscheiden. In einem festen Segment verschieden machen.";
    "{names} or others" => "{names} oder anderen";
    "Some values for the variables of “{path}” lead to {names} instead. Let the paths differ in a fixed segment."
        => "Manche Werte für die Variablen von „{path}“ führen stattdessen zu {names}. Die Pfade in einem festen Segment verschieden machen.";
    "“{path}” and “{first}” differ in capital letters only, which are not told apart."
        => "„{path}“ und „{first}“ unterscheiden sich nur in Groß- und Kleinschreibung, die nicht unterschieden wird.";
    "operation {operation}" => "Operation {operation}";
    "The summary “{summary}” is that of a trigger, so it should begin with “When”."
        => "Die Zusammenfassung „{summary}“ ist die eines Triggers und sollte deshalb mit „When“ beginnen.";
    "The description of {what} does not say when it triggers. Write “This operation triggers when …”."
        => "Die Beschreibung von {what} sagt nicht, wann der Trigger auslöst. „This operation triggers when …“ schreiben.";
    "The summary of {what} has {length} characters. Stay under {longest}."
        => "Die Zusammenfassung von {what} hat {length} Zeichen. Unter {longest} bleiben.";
    "Write “(deprecated)” after the {key} of {name}" => "„(deprecated)“ hinter “{key}” von {name} schreiben";
    "Operation {name} is deprecated, but its {key} does not say so."
        => "Operation {name} ist veraltet, aber ihr Text in “{key}” sagt es nicht.";
    "the parameter “{parameter}”" => "Parameter „{parameter}“";
    "The summary of {what} has the character {restricted}. Say it in words."
        => "Die Zusammenfassung von {what} enthält das Zeichen {restricted}. In Worten sagen.";
    "There is no summary of {what}. Give it one of a few words."
        => "Es gibt keine Zusammenfassung von {what}. Eine aus wenigen Wörtern schreiben.";
    "There is no description of {what}. Say in a sentence what it is for."
        => "Es gibt keine Beschreibung von {what}. In einem Satz sagen, wofür es da ist.";
    "The summary of {what} has {length} characters. {wanted} is the most."
        => "Die Zusammenfassung von {what} hat {length} Zeichen. Das Höchste sind {wanted}.";
    "Write the summary “{summary}” as “{wanted}”." => "Die Zusammenfassung „{summary}“ als „{wanted}“ schreiben.";
    "Write “{wanted}”" => "„{wanted}“ schreiben";
    "The description of {what} repeats the summary. Say more."
        => "Die Beschreibung von {what} wiederholt die Zusammenfassung. Mehr sagen.";
    "End the description with a full stop" => "Die Beschreibung mit einem Punkt beenden";
    "The description of {what} should end with a full stop."
        => "Die Beschreibung von {what} sollte mit einem Punkt enden.";
    "The description of {what} is no sentence. Say more." => "Die Beschreibung von {what} ist kein Satz. Mehr sagen.";
    "The summary “{summary}” should end with a letter or a digit."
        => "Die Zusammenfassung „{summary}“ sollte mit einem Buchstaben oder einer Ziffer enden.";
    "End the summary as “{tidy}”" => "Die Zusammenfassung mit „{tidy}“ enden lassen";
    "The summary “{summary}” has “{odd}”. Use letters, digits, blanks and parentheses only."
        => "Die Zusammenfassung „{summary}“ enthält “{odd}”. Nur Buchstaben, Ziffern, Leerzeichen und Klammern verwenden.";
    "Values in the query are always encoded once. Remove “x-ms-url-encoding”."
        => "Werte in der Query werden immer einmal codiert. “x-ms-url-encoding” entfernen.";
}
