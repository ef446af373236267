//! The rules of operations.

crate::texts::findings::german! {
    "The next link of a page is “nextLink” or “@odata.nextLink”"
        => "Der Link zur nächsten Seite heißt “nextLink” oder “@odata.nextLink”";
    "The platform reads the next link of a page from one of these properties only. Name one of them; a policy can move the link there. A name in other capital letters is a warning: the platform has accepted such connectors, though their pages end after the first."
        => "Die Plattform liest den Link zur nächsten Seite nur aus einer dieser Eigenschaften. Eine davon nennen; eine Richtlinie kann den Link dorthin verschieben. Ein Name in anderer Groß- und Kleinschreibung ist eine Warnung: Die Plattform hat solche Connectors angenommen, obwohl ihre Seiten nach der ersten enden.";
    "An operation has at most 16,384 schemas" => "Eine Operation hat höchstens 16.384 Schemas";
    "The platform bounds how many schemas one operation may have. Remove properties that nobody needs."
        => "Die Plattform begrenzt, wie viele Schemas eine Operation haben darf. Eigenschaften entfernen, die niemand braucht.";
    "A connector has at most 256 operations" => "Ein Connector hat höchstens 256 Operationen";
    "The platform bounds how many operations one connector may have. Make two connectors of it."
        => "Die Plattform begrenzt, wie viele Operationen ein Connector haben darf. Zwei Connectors daraus machen.";
    "A body has at most 512 schemas" => "Ein Body hat höchstens 512 Schemas";
    "The platform bounds how many schemas one body may have. Remove properties that nobody needs."
        => "Die Plattform begrenzt, wie viele Schemas ein Body haben darf. Eigenschaften entfernen, die niemand braucht.";
    "Schemas have at most 50 levels, references included"
        => "Schemas haben höchstens 50 Ebenen, Verweise eingeschlossen";
    "A schema of so many levels cannot be shown, nor filled in. Flatten it."
        => "Ein Schema mit so vielen Ebenen lässt sich weder zeigen noch ausfüllen. Flacher machen.";
    "A connector has at most 16,384 schemas for each of its operations"
        => "Ein Connector hat höchstens 16.384 Schemas für jede seiner Operationen";
    "The platform bounds how many schemas one connector may have. Remove properties that nobody needs."
        => "Die Plattform begrenzt, wie viele Schemas ein Connector haben darf. Eigenschaften entfernen, die niemand braucht.";
    "No two operations have the same ID" => "Keine zwei Operationen haben dieselbe ID";
    "Flows and apps name an operation by its ID, so no two operations can have the same. Change one of them."
        => "Flows und Apps nennen eine Operation bei ihrer ID, also können nicht zwei Operationen dieselbe haben. Eine von beiden ändern.";
    "Every operation has an ID" => "Jede Operation hat eine ID";
    "Flows and apps name an operation by its ID, so one without it cannot be used. Give it one, such as `ListParcels`."
        => "Flows und Apps nennen eine Operation bei ihrer ID, also ist eine ohne sie nicht verwendbar. Eine vergeben, etwa `ListParcels`.";
    "Operation IDs have letters, digits and “_” only" => "Operation-IDs haben nur Buchstaben, Ziffern und “_”";
    "The platform takes everything but letters, digits and “_” out of an ID, so users meet another ID than the one written here. Use letters and digits only. Flows that name the old ID must be changed."
        => "Die Plattform nimmt alles außer Buchstaben, Ziffern und “_” aus einer ID heraus, also begegnet Benutzern eine andere ID als die hier geschriebene. Nur Buchstaben und Ziffern verwenden. Flows, die die alte ID nennen, müssen geändert werden.";
    "Operation IDs have fewer than 128 characters" => "Operation-IDs haben weniger als 128 Zeichen";
    "A long ID cannot be read where flows show it, and the platform bounds it. Shorten it."
        => "Eine lange ID ist dort nicht lesbar, wo Flows sie zeigen, und die Plattform begrenzt sie. Kürzen.";
    "No two tags have the same name" => "Keine zwei Tags haben denselben Namen";
    "A tag describes a group of operations; two of one name contradict each other. Remove one."
        => "Ein Tag beschreibt eine Gruppe von Operationen; zwei mit demselben Namen widersprechen sich. Eines entfernen.";
    "Operation IDs are written in Pascal case" => "Operation-IDs sind in Pascal-Schreibweise";
    "The rest of the platform writes operation IDs as words without spaces, each with a capital: `ListParcels`. In a connector that is in use the ID must stay as it is: flows name it."
        => "Der Rest der Plattform schreibt Operation-IDs als Wörter ohne Leerzeichen, jedes mit großem Anfangsbuchstaben: `ListParcels`. In einem Connector, der in Gebrauch ist, muss die ID bleiben, wie sie ist: Flows nennen sie.";
    "An operation with a body says of which MIME type it is"
        => "Eine Operation mit einem Body sagt, von welchem MIME-Typ er ist";
    "What is sent has a MIME type, which `consumes` names, in the operation or for all operations at the root. Without it a body is sent as JSON, whatever it is. Name the type."
        => "Was gesendet wird, hat einen MIME-Typ, den `consumes` nennt, in der Operation oder für alle Operationen in der Wurzel. Ohne ihn wird ein Body als JSON gesendet, was immer er ist. Den Typ nennen.";
    "“consumes” fits what is sent: a form or a body"
        => "“consumes” passt zu dem, was gesendet wird: ein Formular oder ein Body";
    "A form is sent as `multipart/form-data` or `application/x-www-form-urlencoded`, and a body as neither. Name in `consumes` what is sent."
        => "Ein Formular wird als `multipart/form-data` oder `application/x-www-form-urlencoded` gesendet, ein Body als keines von beiden. In `consumes` nennen, was gesendet wird.";
    "A form with files or bytes is sent as “multipart/form-data”"
        => "Ein Formular mit Dateien oder Bytes wird als “multipart/form-data” gesendet";
    "The bytes of a file cannot be sent as part of an address. Send the form as `multipart/form-data`."
        => "Die Bytes einer Datei lassen sich nicht als Teil einer Adresse senden. Das Formular als `multipart/form-data` senden.";
    "Formats are those that the platform knows" => "Formate sind die, die die Plattform kennt";
    "The platform knows the types and formats of Swagger 2.0 and a few of its own; any other format has no effect. Choose one of them."
        => "Die Plattform kennt die Typen und Formate von Swagger 2.0 und einige eigene; jedes andere Format hat keine Wirkung. Eines von ihnen wählen.";
    "MIME types are those of one document" => "MIME-Typen sind die eines einzelnen Dokuments";
    "A connector sends and receives one document per call; streams of events and of messages are not supported. Name another type."
        => "Ein Connector sendet und empfängt ein Dokument je Aufruf; Ströme von Ereignissen und Nachrichten werden nicht unterstützt. Einen anderen Typ nennen.";
    "MIME types are written as two parts with a slash" => "MIME-Typen haben zwei Teile mit einem Schrägstrich";
    "A MIME type has two parts with a slash between them, and perhaps parameters: `application/json`. Correct it."
        => "Ein MIME-Typ hat zwei Teile mit einem Schrägstrich dazwischen und vielleicht Parameter: `application/json`. Korrigieren.";
    "A trigger that is woken by a webhook sends no body" => "Ein Trigger, den ein Webhook weckt, sendet keinen Body";
    "A trigger with `x-ms-notification` asks the API for what is new when its webhook is called, and the platform sends no body then. Send what the API needs in the query, the path or headers."
        => "Ein Trigger mit `x-ms-notification` fragt die API nach Neuem, wenn sein Webhook aufgerufen wird, und die Plattform sendet dann keinen Body. Was die API braucht, in Query, Pfad oder Headern senden.";
    "No parameter stands in the list twice" => "Kein Parameter steht zweimal in der Liste";
    "The list has the very same parameter, or the same reference, twice. Remove one."
        => "Die Liste hat genau denselben Parameter oder denselben Verweis zweimal. Einen entfernen.";
    "No two parameters of an operation have the same name and place"
        => "Keine zwei Parameter einer Operation haben denselben Namen und Ort";
    "Two parameters of one name and place contradict each other. Rename or remove one."
        => "Zwei Parameter mit demselben Namen und Ort widersprechen sich. Einen umbenennen oder entfernen.";
    "An operation has at most one body" => "Eine Operation hat höchstens einen Body";
    "A request has one body. Make one schema of both, with a property for each."
        => "Eine Anfrage hat einen Body. Aus beiden ein Schema machen, mit einer Eigenschaft für jeden.";
    "No two parameters of a path have the same name and place"
        => "Keine zwei Parameter eines Pfads haben denselben Namen und Ort";
    "A path has at most one body" => "Ein Pfad hat höchstens einen Body";
    "An operation has a body or form fields, not both"
        => "Eine Operation hat einen Body oder Formularfelder, nicht beides";
    "A request is a form or has a body, not both. Make fields of the body's properties, or properties of the fields."
        => "Eine Anfrage ist ein Formular oder hat einen Body, nicht beides. Aus den Eigenschaften des Bodys Felder machen oder aus den Feldern Eigenschaften.";
    "References to parameters lead to one" => "Verweise auf Parameter führen zu einem";
    "The reference names a shared parameter that is not there. Correct the name, or add it under `parameters`."
        => "Der Verweis nennt einen gemeinsamen Parameter, den es nicht gibt. Den Namen korrigieren oder ihn unter `parameters` hinzufügen.";
    "References to parameters begin with “#/parameters/”" => "Verweise auf Parameter beginnen mit “#/parameters/”";
    "A parameter refers to one of the shared parameters at the root: `#/parameters/` and its name."
        => "Ein Parameter verweist auf einen der gemeinsamen Parameter in der Wurzel: `#/parameters/` und sein Name.";
    "Shared parameters are no references" => "Gemeinsame Parameter sind keine Verweise";
    "A shared parameter is written out, it does not refer to another one. Copy what it refers to."
        => "Ein gemeinsamer Parameter ist ausgeschrieben, er verweist nicht auf einen anderen. Kopieren, worauf er verweist.";
    "A parameter that several operations have is shared"
        => "Ein Parameter, den mehrere Operationen haben, ist gemeinsam";
    "A parameter that several operations have in the same words is changed in one place when it stands under `parameters` at the root and they refer to it."
        => "Ein Parameter, den mehrere Operationen im selben Wortlaut haben, wird an einer Stelle geändert, wenn er unter `parameters` in der Wurzel steht und sie auf ihn verweisen.";
    "No parameter is called “connectionId”" => "Kein Parameter heißt “connectionId”";
    "The platform uses a parameter of this name itself, to say which connection a call is for. Give the parameter another name; the policies “Set query string parameter” and “Set HTTP header” can send the name that the API wants."
        => "Die Plattform verwendet einen Parameter dieses Namens selbst, um zu sagen, für welche Verbindung ein Aufruf ist. Dem Parameter einen anderen Namen geben; die Richtlinien „Set query string parameter“ und „Set HTTP header“ können den Namen senden, den die API will.";
    "Form fields have names of ASCII characters" => "Formularfelder haben Namen aus ASCII-Zeichen";
    "The name of a form field travels in a header line, which has ASCII characters only. Use those."
        => "Der Name eines Formularfelds reist in einer Kopfzeile, die nur ASCII-Zeichen hat. Solche verwenden.";
    "Path parameters are required" => "Pfadparameter sind erforderlich";
    "A path without a value for one of its variables is no address. Make the parameter required."
        => "Ein Pfad ohne einen Wert für eine seiner Variablen ist keine Adresse. Den Parameter als erforderlich festlegen.";
    "Lists are sent in a format that the platform has"
        => "Listen werden in einem Format gesendet, das die Plattform hat";
    "The platform sends lists joined by commas, blanks, tabs or bars, not as one parameter per item. Choose one of those, or build the query in custom code."
        => "Die Plattform sendet Listen mit Kommas, Leerzeichen, Tabulatoren oder senkrechten Strichen verbunden, nicht als einen Parameter je Element. Eines davon wählen oder die Query im eigenen Code bauen.";
    "Parameters of type “file” are form fields" => "Parameter vom Typ “file” sind Formularfelder";
    "A file is sent as a field of a form. Set “in” to `formData`, or send the content as a body whose schema is a string of format `binary`."
        => "Eine Datei wird als Feld eines Formulars gesendet. “in” auf `formData` setzen oder den Inhalt als Body senden, dessen Schema ein Text im Format `binary` ist.";
    "Path parameters say how their values are encoded" => "Pfadparameter sagen, wie ihre Werte codiert werden";
    "A value with a slash or another special character breaks the path unless it is encoded. Say how with `x-ms-url-encoding`, usually `single`."
        => "Ein Wert mit einem Schrägstrich oder einem anderen Sonderzeichen zerbricht den Pfad, wenn er nicht codiert ist. Mit `x-ms-url-encoding` sagen, wie, meist `single`.";
    "Only path parameters say how their values are encoded"
        => "Nur Pfadparameter sagen, wie ihre Werte codiert werden";
    "Values in the query are always encoded once, whatever is written here. Remove it."
        => "Werte in der Query werden immer einmal codiert, was immer hier steht. Entfernen.";
    "No parameter is a header that the platform sets itself"
        => "Kein Parameter ist ein Header, den die Plattform selbst setzt";
    "The platform or HTTP itself sets these headers for each call and overwrites what a user enters. Remove the parameter."
        => "Die Plattform oder HTTP selbst setzt diese Header bei jedem Aufruf und überschreibt, was ein Benutzer eingibt. Den Parameter entfernen.";
    "Each variable of a path has a path parameter" => "Jede Variable eines Pfads hat einen Pfadparameter";
    "An operation cannot be called without a value for each variable of its path. Add a path parameter of that name, or take the variable out of the path."
        => "Eine Operation lässt sich ohne einen Wert für jede Variable ihres Pfads nicht aufrufen. Einen Pfadparameter dieses Namens hinzufügen oder die Variable aus dem Pfad herausnehmen.";
    "No path has the wildcard “*”" => "Kein Pfad hat den Platzhalter “*”";
    "The platform does not route by wildcards. Write the path out, with a variable in braces where a value goes."
        => "Die Plattform leitet nicht nach Platzhaltern weiter. Den Pfad ausschreiben, mit einer Variablen in geschweiften Klammern, wo ein Wert hingehört.";
    "No path has a query or a fragment" => "Kein Pfad hat eine Query oder ein Fragment";
    "What follows `?` or `#` is no part of the path. Make query parameters of it, or write the character as `%3F` or `%23`."
        => "Was auf `?` oder `#` folgt, gehört nicht zum Pfad. Query-Parameter daraus machen oder das Zeichen als `%3F` oder `%23` schreiben.";
    "Every path begins with a slash" => "Jeder Pfad beginnt mit einem Schrägstrich";
    "Paths are added to the base URL, which ends without a slash. Begin the path with one."
        => "Pfade werden an die Basis-URL angehängt, die ohne Schrägstrich endet. Den Pfad mit einem beginnen.";
    "Braces in paths enclose variables" => "Geschweifte Klammern in Pfaden umschließen Variablen";
    "A variable stands in braces within one segment: `/parcels/{id}`. Close each brace, or write one that is meant as itself as `%7B` or `%7D`."
        => "Eine Variable steht in geschweiften Klammern innerhalb eines Segments: `/parcels/{id}`. Jede Klammer schließen oder eine, die selbst gemeint ist, als `%7B` oder `%7D` schreiben.";
    "No variable of a path has a default in the path" => "Keine Variable eines Pfads hat im Pfad einen Standardwert";
    "A variable in a path has no default there. Give its parameter a default instead."
        => "Eine Variable in einem Pfad hat dort keinen Standardwert. Ihn stattdessen ihrem Parameter geben.";
    "Each path parameter stands in its path" => "Jeder Pfadparameter steht in seinem Pfad";
    "A path parameter whose name is not in the path is never sent. Write `{name}` where its value goes, or remove the parameter."
        => "Ein Pfadparameter, dessen Name nicht im Pfad steht, wird nie gesendet. `{name}` dort schreiben, wo sein Wert hingehört, oder den Parameter entfernen.";
    "No path is a reference" => "Kein Pfad ist ein Verweis";
    "The platform does not follow a reference in place of a path. Write the operations here."
        => "Die Plattform folgt keinem Verweis anstelle eines Pfads. Die Operationen hier ausschreiben.";
    "One response of an operation has a schema" => "Eine Antwort einer Operation hat ein Schema";
    "Later steps of a flow use the schema of one response, so that of another is not seen. Leave the schema at the successful response, and take it from those of errors."
        => "Spätere Schritte eines Flows verwenden das Schema einer Antwort, also wird das einer anderen nicht gesehen. Das Schema bei der erfolgreichen Antwort lassen und es denen von Fehlern wegnehmen.";
    "Every operation describes a response" => "Jede Operation beschreibt eine Antwort";
    "Without a response nobody knows how a call can end. Describe at least the successful one."
        => "Ohne eine Antwort weiß niemand, wie ein Aufruf enden kann. Mindestens die erfolgreiche beschreiben.";
    "Every operation describes a successful response" => "Jede Operation beschreibt eine erfolgreiche Antwort";
    "What comes back when a call succeeds is what flows use. Describe the response 200, or the one that the API answers with."
        => "Was zurückkommt, wenn ein Aufruf gelingt, ist das, was Flows verwenden. Die Antwort 200 beschreiben oder die, mit der die API antwortet.";
    "Shared responses are no references" => "Gemeinsame Antworten sind keine Verweise";
    "A shared response is written out, it does not refer to another one. Copy what it refers to."
        => "Eine gemeinsame Antwort ist ausgeschrieben, sie verweist nicht auf eine andere. Kopieren, worauf sie verweist.";
    "The default response has no schema" => "Die Standardantwort hat kein Schema";
    "The default response stands for everything unexpected, of which the schema is not known. Move the schema to the status that the API answers with."
        => "Die Standardantwort steht für alles Unerwartete, dessen Schema nicht bekannt ist. Das Schema zu dem Status verschieben, mit dem die API antwortet.";
    "Examples are of MIME types that the operation produces"
        => "Beispiele sind von MIME-Typen, die die Operation liefert";
    "An example is given for a MIME type that the operation does not produce. Name the type in `produces`, or remove the example."
        => "Ein Beispiel ist für einen MIME-Typ angegeben, den die Operation nicht liefert. Den Typ in `produces` nennen oder das Beispiel entfernen.";
    "No header of a response stands twice" => "Kein Header einer Antwort steht zweimal da";
    "Capital letters do not count in the names of headers, so two of these are one. Remove one."
        => "Groß- und Kleinschreibung zählt in den Namen von Headern nicht, also sind zwei von diesen einer. Einen entfernen.";
    "Responses are named by an HTTP status or “default”"
        => "Antworten sind nach einem HTTP-Status oder “default” benannt";
    "A response is named by its status, such as `200`, or `default`. Write the number."
        => "Eine Antwort ist nach ihrem Status benannt, etwa `200`, oder `default`. Die Zahl schreiben.";
    "References to responses lead to one" => "Verweise auf Antworten führen zu einer";
    "The reference names a shared response that is not there. Correct the name, or add it under `responses`."
        => "Der Verweis nennt eine gemeinsame Antwort, die es nicht gibt. Den Namen korrigieren oder sie unter `responses` hinzufügen.";
    "References to responses begin with “#/responses/”" => "Verweise auf Antworten beginnen mit “#/responses/”";
    "A response refers to one of the shared responses at the root: `#/responses/` and its name."
        => "Eine Antwort verweist auf eine der gemeinsamen Antworten in der Wurzel: `#/responses/` und ihr Name.";
    "The schema stands where the designer of flows looks for it"
        => "Das Schema steht, wo der Designer für Flows es sucht";
    "The designer of flows offers the outputs of the response 200 or 201, or of the notification of a webhook. Describe the output there."
        => "Der Designer für Flows bietet die Ausgaben der Antwort 200 oder 201 an oder die der Benachrichtigung eines Webhooks. Die Ausgabe dort beschreiben.";
    "Schemas of responses and properties say something" => "Schemas von Antworten und Eigenschaften sagen etwas";
    "A response or a property without any description of its content gives later steps nothing to use. Describe it; of a response that has no content, remove the schema."
        => "Eine Antwort oder eine Eigenschaft ohne jede Beschreibung ihres Inhalts gibt späteren Schritten nichts zu verwenden. Beschreiben; bei einer Antwort, die keinen Inhalt hat, das Schema entfernen.";
    "Only deprecated operations name their replacement" => "Nur veraltete Operationen nennen ihren Nachfolger";
    "What takes the place of an operation is of interest once the operation is deprecated. Set `deprecated` to true, or remove `replacement`."
        => "Was an die Stelle einer Operation tritt, ist von Interesse, sobald sie veraltet ist. `deprecated` auf true setzen oder `replacement` entfernen.";
    "A replacement names its connector" => "Ein Nachfolger nennt seinen Connector";
    "A replacement is an operation of a connector: `api` names the connector. Add it."
        => "Ein Nachfolger ist eine Operation eines Connectors: `api` nennt den Connector. Hinzufügen.";
    "A replacement names its operation" => "Ein Nachfolger nennt seine Operation";
    "A replacement is an operation of a connector: `operationId` names the operation. Add it."
        => "Ein Nachfolger ist eine Operation eines Connectors: `operationId` nennt die Operation. Hinzufügen.";
    "No two operations of a family have the same revision"
        => "Keine zwei Operationen einer Familie haben dieselbe Revision";
    "The revisions of a family follow one another, so each has its own number. Change one."
        => "Die Revisionen einer Familie folgen aufeinander, also hat jede ihre eigene Nummer. Eine ändern.";
    "At most two operations of a family are not deprecated"
        => "Höchstens zwei Operationen einer Familie sind nicht veraltet";
    "Users choose among the operations of a family that are not deprecated; more than two confuse them. Deprecate the older ones."
        => "Benutzer wählen unter den Operationen einer Familie, die nicht veraltet sind; mehr als zwei verwirren sie. Die älteren als veraltet kennzeichnen.";
    "One operation of a family is in production and not deprecated"
        => "Eine Operation einer Familie ist in Produktion und nicht veraltet";
    "Only the newest revision that is in production should be offered. Deprecate the earlier ones."
        => "Nur die neueste Revision, die in Produktion ist, sollte angeboten werden. Die früheren als veraltet kennzeichnen.";
    "At most one operation of a family has no revision"
        => "Höchstens eine Operation einer Familie hat keine Revision";
    "An operation without a revision counts as the first, of which there is one. Number the others."
        => "Eine Operation ohne Revision zählt als die erste, von der es eine gibt. Die anderen nummerieren.";
    "The ID of a later revision ends with its number" => "Die ID einer späteren Revision endet mit ihrer Nummer";
    "A later revision is told from the first by its ID: `ListParcels_V2`. Rename it while nobody uses it yet."
        => "Eine spätere Revision unterscheidet sich von der ersten durch ihre ID: `ListParcels_V2`. Umbenennen, solange niemand sie verwendet.";
    "Every operation of a family says its revision" => "Jede Operation einer Familie sagt ihre Revision";
    "An operation of a family should say which revision it is. Add `revision`, a whole number."
        => "Eine Operation einer Familie sollte sagen, welche Revision sie ist. `revision` hinzufügen, eine ganze Zahl.";
    "No operation is in production while the connector is in preview"
        => "Keine Operation ist in Produktion, während der Connector in der Vorschau ist";
    "A connector in preview promises less than an operation in production does. Set the operation to `Preview`, or the connector to `Production`."
        => "Ein Connector in der Vorschau verspricht weniger als eine Operation in Produktion. Die Operation auf `Preview` setzen oder den Connector auf `Production`.";
    "No two paths of one verb mean the same" => "Keine zwei Pfade eines Verbs bedeuten dasselbe";
    "Two paths that differ in the names of their variables only lead to one place, and the platform cannot tell which operation is meant. Let them differ in a fixed segment; the policy “Route request” can send a path of its own to the same place of the API."
        => "Zwei Pfade, die sich nur in den Namen ihrer Variablen unterscheiden, führen an eine Stelle, und die Plattform kann nicht sagen, welche Operation gemeint ist. In einem festen Segment verschieden machen; die Richtlinie „Route request“ kann einen eigenen Pfad an dieselbe Stelle der API senden.";
    "No value for a variable makes one path of another"
        => "Kein Wert für eine Variable macht aus einem Pfad einen anderen";
    "A value for the variable of one path may be the fixed segment of the other, and then the other operation is called. Let the paths differ in a fixed segment."
        => "Ein Wert für die Variable eines Pfads kann das feste Segment des anderen sein, und dann wird die andere Operation aufgerufen. Die Pfade in einem festen Segment verschieden machen.";
    "No two paths differ in capital letters only"
        => "Keine zwei Pfade unterscheiden sich nur in Groß- und Kleinschreibung";
    "The platform does not tell capital letters in paths from small ones. Join both paths, or let them differ in more; the policy “Route request” can send a path of its own to the same place of the API."
        => "Die Plattform unterscheidet in Pfaden große Buchstaben nicht von kleinen. Beide Pfade zusammenlegen oder in mehr verschieden machen; die Richtlinie „Route request“ kann einen eigenen Pfad an dieselbe Stelle der API senden.";
    "Summaries of operations have fewer than 120 characters"
        => "Zusammenfassungen von Operationen haben weniger als 120 Zeichen";
    "Summaries are the names of operations in lists; a long one is cut off. Shorten it, and say more in the description."
        => "Zusammenfassungen sind die Namen von Operationen in Listen; eine lange wird abgeschnitten. Kürzen und mehr in der Beschreibung sagen.";
    "Summaries have no characters of code" => "Zusammenfassungen haben keine Zeichen von Code";
    "These characters look like code where users choose an operation. Say it in words."
        => "Diese Zeichen sehen wie Code aus, wo Benutzer eine Operation wählen. In Worten sagen.";
    "Summaries have at most 80 characters" => "Zusammenfassungen haben höchstens 80 Zeichen";
    "Summaries are names; those of more than 80 characters do not fit where they are shown. Shorten it."
        => "Zusammenfassungen sind Namen; solche von mehr als 80 Zeichen passen nicht dorthin, wo sie gezeigt werden. Kürzen.";
    "Summaries have letters, digits, blanks and parentheses only"
        => "Zusammenfassungen haben nur Buchstaben, Ziffern, Leerzeichen und Klammern";
    "Reviewers want summaries of letters, digits, blanks and parentheses, with a letter, a digit or a closing parenthesis at the end."
        => "Prüfer wollen Zusammenfassungen aus Buchstaben, Ziffern, Leerzeichen und Klammern, mit einem Buchstaben, einer Ziffer oder einer schließenden Klammer am Ende.";
    "Summaries begin with a capital, and those of parameters are titles"
        => "Zusammenfassungen beginnen groß, und die von Parametern sind Titel";
    "The rest of the platform writes summaries of operations as sentences (“List parcels”) and those of parameters as titles (“Weight of the Parcel”). Write capitals there."
        => "Der Rest der Plattform schreibt Zusammenfassungen von Operationen als Sätze („List parcels“) und die von Parametern als Titel („Weight of the Parcel“). Dort große Buchstaben schreiben.";
    "Descriptions are sentences with a full stop" => "Beschreibungen sind Sätze mit einem Punkt";
    "Descriptions are read as sentences, so they have some words and a full stop."
        => "Beschreibungen werden als Sätze gelesen, also haben sie einige Wörter und einen Punkt.";
    "Descriptions say more than summaries" => "Beschreibungen sagen mehr als Zusammenfassungen";
    "A description that repeats the summary tells users nothing. Say what the operation does or what the value is for."
        => "Eine Beschreibung, die die Zusammenfassung wiederholt, sagt Benutzern nichts. Sagen, was die Operation tut oder wofür der Wert da ist.";
    "Summaries of triggers begin with “When”, and their descriptions say when"
        => "Zusammenfassungen von Triggern beginnen mit „When“, und ihre Beschreibungen sagen, wann";
    "Users recognise triggers by “When a …”: “When a parcel arrives”, and the description says when that is: “This operation triggers when a parcel arrives.”"
        => "Benutzer erkennen Trigger an „When a …“: „When a parcel arrives“, und die Beschreibung sagt, wann das ist: „This operation triggers when a parcel arrives.“";
    "Texts of deprecated operations say so" => "Texte veralteter Operationen sagen es";
    "Users who still have the operation in their flows should see that it is going. Write “(deprecated)” after its summary and its description."
        => "Benutzer, die die Operation noch in ihren Flows haben, sollten sehen, dass sie geht. „(deprecated)“ hinter Zusammenfassung und Beschreibung schreiben.";
    "Operations and parameters have summaries" => "Operationen und Parameter haben Zusammenfassungen";
    "Users choose operations by their summaries and fill in parameters by theirs; without one they see a technical name."
        => "Benutzer wählen Operationen nach ihren Zusammenfassungen und füllen Parameter nach den ihren aus; ohne sehen sie einen technischen Namen.";
    "Operations and parameters have descriptions" => "Operationen und Parameter haben Beschreibungen";
    "Users read the description when the summary is not enough, and so do language models. Write a sentence."
        => "Benutzer lesen die Beschreibung, wenn die Zusammenfassung nicht reicht, und Sprachmodelle ebenso. Einen Satz schreiben.";
}
