//! The rules of dynamic values, lists and schemas.

crate::texts::findings::german! {
    "Dynamic values with a name of two meanings have a dynamic list beside them"
        => "Dynamische Werte mit einem zweideutigen Namen haben eine dynamische Liste neben sich";
    "The name could mean a parameter or a property of the body, and `x-ms-dynamic-values` cannot say which. Add `x-ms-dynamic-list`, which can."
        => "Der Name kann einen Parameter oder eine Eigenschaft des Bodys meinen, und `x-ms-dynamic-values` kann nicht sagen, was. `x-ms-dynamic-list` hinzufügen, das es kann.";
    "Dynamic values that read a property have a dynamic list beside them"
        => "Dynamische Werte, die eine Eigenschaft lesen, haben eine dynamische Liste neben sich";
    "`x-ms-dynamic-values` reads parameters, not properties of the body. Add `x-ms-dynamic-list`, which reads both."
        => "`x-ms-dynamic-values` liest Parameter, keine Eigenschaften des Bodys. `x-ms-dynamic-list` hinzufügen, das beides liest.";
    "A dynamic schema with a name of two meanings has dynamic properties beside it"
        => "Ein dynamisches Schema mit einem zweideutigen Namen hat dynamische Eigenschaften neben sich";
    "The name could mean a parameter or a property of the body, and `x-ms-dynamic-schema` cannot say which. Add `x-ms-dynamic-properties`, which can."
        => "Der Name kann einen Parameter oder eine Eigenschaft des Bodys meinen, und `x-ms-dynamic-schema` kann nicht sagen, was. `x-ms-dynamic-properties` hinzufügen, das es kann.";
    "A dynamic schema that reads a property has dynamic properties beside it"
        => "Ein dynamisches Schema, das eine Eigenschaft liest, hat dynamische Eigenschaften neben sich";
    "`x-ms-dynamic-schema` reads parameters, not properties of the body. Add `x-ms-dynamic-properties`, which reads both."
        => "`x-ms-dynamic-schema` liest Parameter, keine Eigenschaften des Bodys. `x-ms-dynamic-properties` hinzufügen, das beides liest.";
    "The asked operation is given all that it requires" => "Die gefragte Operation bekommt alles, was sie verlangt";
    "The asked operation cannot be called without this parameter, so nothing is offered. Give it a value or a parameter."
        => "Die gefragte Operation lässt sich ohne diesen Parameter nicht aufrufen, also wird nichts angeboten. Ihm einen Wert oder einen Parameter geben.";
    "What is given to the asked operation has one meaning"
        => "Was die gefragte Operation bekommt, hat eine einzige Bedeutung";
    "The asked operation has a parameter and a property of the body of this name, so it is not certain which is meant. Write the path of the property, beginning with the body's name."
        => "Die gefragte Operation hat einen Parameter und eine Eigenschaft des Bodys mit diesem Namen, also ist nicht sicher, was gemeint ist. Den Pfad der Eigenschaft schreiben, beginnend mit dem Namen des Bodys.";
    "The parameters that an extension names are there" => "Die Parameter, die eine Erweiterung nennt, gibt es";
    "There is no parameter of this name, so what is given is lost. Correct the name."
        => "Es gibt keinen Parameter mit diesem Namen, also geht verloren, was angegeben ist. Den Namen korrigieren.";
    "What the asked operation requires is required here too"
        => "Was die gefragte Operation verlangt, ist auch hier erforderlich";
    "Users may leave this parameter empty, but the asked operation needs it: until it is filled in nothing is offered. Require it."
        => "Benutzer können diesen Parameter leer lassen, aber die gefragte Operation braucht ihn: Bis er ausgefüllt ist, wird nichts angeboten. Als erforderlich festlegen.";
    "Values given to the asked operation are of the type that it wants"
        => "Werte für die gefragte Operation sind vom Typ, den sie will";
    "The value that is given is of another type than the parameter of the asked operation. Write it in that type."
        => "Der angegebene Wert ist von einem anderen Typ als der Parameter der gefragten Operation. In jenem Typ schreiben.";
    "Parameters given to the asked operation are of the type that it wants"
        => "Parameter für die gefragte Operation sind vom Typ, den sie will";
    "The parameter that is given is of another type than that of the asked operation. Make them the same."
        => "Der angegebene Parameter ist von einem anderen Typ als der der gefragten Operation. Beide gleich machen.";
    "What is given to the asked operation can be seen by users"
        => "Was die gefragte Operation bekommt, ist für Benutzer sichtbar";
    "Users do not see this parameter, so it never changes. Give its value instead, or let them see it."
        => "Benutzer sehen diesen Parameter nicht, also ändert er sich nie. Stattdessen seinen Wert angeben oder ihn sichtbar machen.";
    "“filterFunctions” names at least one function" => "“filterFunctions” nennt mindestens eine Funktion";
    "A list of functions for filters that names none says nothing. Name some, or remove it."
        => "Eine Liste von Filterfunktionen, die keine nennt, sagt nichts. Welche nennen oder entfernen.";
    "“filterFunctions” names no function twice" => "“filterFunctions” nennt keine Funktion zweimal";
    "A function is supported or not; naming it twice says nothing more. Remove one."
        => "Eine Funktion wird unterstützt oder nicht; sie zweimal zu nennen sagt nicht mehr. Eine entfernen.";
    "“filterFunctions” stands in schemas of responses" => "“filterFunctions” steht in Schemas von Antworten";
    "What can be filtered is what comes from the API. Move it to the schema of a response."
        => "Filtern lässt sich, was von der API kommt. In das Schema einer Antwort verschieben.";
    "“filterFunctions” names functions that the platform knows"
        => "“filterFunctions” nennt Funktionen, die die Plattform kennt";
    "The platform writes filters with the functions of OData that it knows, and with no others. Choose among those."
        => "Die Plattform schreibt Filter mit den Funktionen von OData, die sie kennt, und mit keinen anderen. Unter diesen wählen.";
    "The operation that tests connections can be called by itself"
        => "Die Operation, die Verbindungen testet, lässt sich für sich allein aufrufen";
    "When a connection is made the platform calls this operation to see whether it works: with GET, and with nothing that a user would have to enter."
        => "Wenn eine Verbindung angelegt wird, ruft die Plattform diese Operation auf, um zu sehen, ob sie funktioniert: mit GET und mit nichts, was ein Benutzer eingeben müsste.";
    "No value has two names" => "Kein Wert hat zwei Namen";
    "A value has one name. Remove one of the entries." => "Ein Wert hat einen Namen. Einen der Einträge entfernen.";
    "Named values are values of “enum”" => "Benannte Werte sind Werte von “enum”";
    "The name belongs to a value that `enum` does not allow, so nobody sees it. Add the value to `enum`, or remove the entry."
        => "Der Name gehört zu einem Wert, den `enum` nicht erlaubt, also sieht ihn niemand. Den Wert in `enum` hinzufügen oder den Eintrag entfernen.";
    "Named values have a name" => "Benannte Werte haben einen Namen";
    "Users choose by the name. Say it in `displayName`."
        => "Benutzer wählen nach dem Namen. In `displayName` angeben.";
    "The editor “dictionary” stands on objects with any properties"
        => "Der Editor “dictionary” steht an Objekten mit beliebigen Eigenschaften";
    "A dictionary is an object that may have any properties. Use it with the type `object` and with `additionalProperties`."
        => "Ein Wörterbuch ist ein Objekt, das beliebige Eigenschaften haben kann. Mit dem Typ `object` und mit `additionalProperties` verwenden.";
    "A dynamic schema that points to properties has its successor beside it"
        => "Ein dynamisches Schema, das auf Eigenschaften zeigt, hat seinen Nachfolger neben sich";
    "`x-ms-dynamic-schema` points to the properties of a schema, which is not what newer readers expect. Add `x-ms-dynamic-properties`, which points to the schema itself."
        => "`x-ms-dynamic-schema` zeigt auf die Eigenschaften eines Schemas, was neuere Leser nicht erwarten. `x-ms-dynamic-properties` hinzufügen, das auf das Schema selbst zeigt.";
    "“x-ms-dynamic-properties” points to the same schema as “x-ms-dynamic-schema”"
        => "“x-ms-dynamic-properties” zeigt auf dasselbe Schema wie “x-ms-dynamic-schema”";
    "Both extensions describe the same schema, so the newer one points to the same place, but for the last `properties`. Correct one of them."
        => "Beide Erweiterungen beschreiben dasselbe Schema, also zeigt die neuere auf dieselbe Stelle, bis auf das letzte `properties`. Eine von beiden korrigieren.";
    "The asked operation answers with an array at the path"
        => "Die gefragte Operation antwortet an der Stelle des Pfads mit einem Array";
    "The values to choose from are the items of an array in the answer of the asked operation. Correct the path, or describe the array in the response."
        => "Die Werte zur Auswahl sind die Elemente eines Arrays in der Antwort der gefragten Operation. Den Pfad korrigieren oder das Array in der Antwort beschreiben.";
    "The asked operation answers with the property at the path"
        => "Die gefragte Operation antwortet an der Stelle des Pfads mit der Eigenschaft";
    "The value and the title of a choice are properties of the items in the answer of the asked operation. Correct the path, or describe the property in the response."
        => "Wert und Titel einer Auswahl sind Eigenschaften der Elemente in der Antwort der gefragten Operation. Den Pfad korrigieren oder die Eigenschaft in der Antwort beschreiben.";
    "Paths into answers can be read" => "Pfade in Antworten sind lesbar";
    "Paths are names of properties with a slash between them; in them `~0` stands for `~` and `~1` for a slash. Correct the path."
        => "Pfade sind Namen von Eigenschaften mit einem Schrägstrich dazwischen; in ihnen steht `~0` für `~` und `~1` für einen Schrägstrich. Den Pfad korrigieren.";
    "Dynamic extensions of a body stand in its schema"
        => "Dynamische Erweiterungen eines Bodys stehen in seinem Schema";
    "What a body offers depends on its schema, so extensions that ask an operation stand there. Move it into `schema`."
        => "Was ein Body anbietet, hängt von seinem Schema ab, also stehen Erweiterungen, die eine Operation fragen, dort. In `schema` verschieben.";
    "A file picker has a tree" => "Eine Dateiauswahl hat einen Baum";
    "A file picker shows folders only when the tree says how to open them. Add `x-ms-dynamic-tree`."
        => "Eine Dateiauswahl zeigt Ordner nur, wenn der Baum sagt, wie sie geöffnet werden. `x-ms-dynamic-tree` hinzufügen.";
    "Extensions name operations that are there" => "Erweiterungen nennen Operationen, die es gibt";
    "An extension names an operation that is not in this connector, so it has nothing to ask. Correct the ID."
        => "Eine Erweiterung nennt eine Operation, die nicht in diesem Connector ist, und hat deshalb niemanden zu fragen. Die ID korrigieren.";
    "“selectedItemValuePath” stands in “browse” of a tree only"
        => "“selectedItemValuePath” steht nur in “browse” eines Baums";
    "What was picked is known when a user browses further, not when a picker opens. Take it out of `open`."
        => "Was gewählt wurde, ist bekannt, wenn ein Benutzer weiterblättert, nicht wenn eine Auswahl sich öffnet. Aus `open` herausnehmen.";
}
