//! What became of a document of OpenAPI.

crate::texts::findings::german! {
    "The form has no field “{name}”." => "Das Formular hat kein Feld „{name}“.";
    "OpenAPI 3.0 passes over it in a form of parts." => "OpenAPI 3.0 übergeht das in einem Formular aus Teilen.";
    "Swagger 2.0 does not say of what media type a field of a form is: each is sent as what its type is sent as."
        => "Swagger 2.0 sagt nicht, welchen Medientyp ein Feld eines Formulars hat: Jedes wird so gesendet, wie sein Typ gesendet wird.";
    "Swagger 2.0 has no headers of single fields of a form." => "Swagger 2.0 kennt keine Header einzelner Felder eines Formulars.";
    "Swagger 2.0 writes all reserved characters of a form as %XX."
        => "Swagger 2.0 schreibt alle reservierten Zeichen eines Formulars als %XX.";
    "Swagger 2.0 has no style “{style}”: enter the text as the API expects it."
        => "Swagger 2.0 kennt keinen Stil “{style}”: Den Text so eingeben, wie die API ihn erwartet.";
    "A file cannot be sent so: the form is sent as multipart/form-data."
        => "So lässt sich keine Datei senden: Das Formular wird als multipart/form-data gesendet.";
    "A form is its fields in Swagger 2.0: it says nothing as a whole. Say it of a field."
        => "Ein Formular ist in Swagger 2.0 seine Felder: Als Ganzes sagt es nichts. Bei einem Feld sagen.";
    "A form is its fields in Swagger 2.0: none of them is required, so the form is not."
        => "Ein Formular ist in Swagger 2.0 seine Felder: Keines davon ist erforderlich, also auch das Formular nicht.";
    "The form may be left out, but Swagger 2.0 always asks for its required fields."
        => "Das Formular kann wegbleiben, aber Swagger 2.0 verlangt immer seine erforderlichen Felder.";
    "Bodies of requests have no example in Swagger 2.0 but that of their schema."
        => "Bodys von Anfragen haben in Swagger 2.0 kein Beispiel außer dem ihres Schemas.";
    "A body has one description in Swagger 2.0: that of {media}."
        => "Ein Body hat in Swagger 2.0 eine Beschreibung: die von {media}.";
    "Swagger 2.0 does not say how parts of a body are written."
        => "Swagger 2.0 sagt nicht, wie Teile eines Bodys geschrieben werden.";
    "A form has fields by name in Swagger 2.0, and here are none: it is a body."
        => "Ein Formular hat in Swagger 2.0 Felder mit Namen, und hier sind keine: Es ist ein Body.";
    "Swagger 2.0 has no style “{style}”: the value alone is sent. Write “{before}” before “{variable}” in the path, in the Definition step."
        => "Swagger 2.0 kennt keinen Stil “{style}”: Der Wert allein wird gesendet. Im Schritt „Definition“ im Pfad “{before}” vor “{variable}” schreiben.";
    "Swagger 2.0 has no “{key}”: the form has the fields of all alternatives, and asks for those that the form itself requires."
        => "Swagger 2.0 kennt kein “{key}”: Das Formular hat die Felder aller Alternativen und verlangt die, die das Formular selbst verlangt.";
    "Nothing refers to it, so it stands nowhere." => "Nichts verweist darauf, also steht es nirgends.";
    "Swagger 2.0 sends one file in a field." => "Swagger 2.0 sendet in einem Feld eine Datei.";
    "Alternatives describe these in several ways, and each lets through what one of them does: {names}."
        => "Alternativen beschreiben diese verschieden, und jede lässt durch, was eine von ihnen durchlässt: {names}.";
    "Swagger 2.0 has no “{keyword}”; null is let through."
        => "Swagger 2.0 kennt kein “{keyword}”; null wird durchgelassen.";
    "Swagger 2.0 has no “{keyword}”: the one alternative stands for it."
        => "Swagger 2.0 kennt kein “{keyword}”: Die eine Alternative steht dafür.";
    "Swagger 2.0 has no “{keyword}”: {merged} stands for {several} alternatives."
        => "Swagger 2.0 kennt kein “{keyword}”: Statt {several} Alternativen gilt {merged}.";
    "Swagger 2.0 has no bearer tokens: it is a key in the header Authorization, with “Bearer” before it. Connections do not ask for it."
        => "Swagger 2.0 kennt keine Bearer-Token: Es ist ein Schlüssel im Header Authorization, mit “Bearer” davor. Verbindungen fragen nicht danach.";
    "Swagger 2.0 has no bearer tokens: it is a key in the header Authorization, and a policy writes “Bearer” before it."
        => "Swagger 2.0 kennt keine Bearer-Token: Es ist ein Schlüssel im Header Authorization, und eine Richtlinie schreibt “Bearer” davor.";
    "Swagger 2.0 has no bearer tokens: it is a key in the header Authorization. There are other ways to sign in, so no policy writes “Bearer” before it: users enter it."
        => "Swagger 2.0 kennt keine Bearer-Token: Es ist ein Schlüssel im Header Authorization. Es gibt andere Wege, sich anzumelden, also schreibt keine Richtlinie “Bearer” davor: Benutzer geben es ein.";
    "Swagger 2.0 has no keys in cookies: a policy sends it in the header Cookie."
        => "Swagger 2.0 kennt keine Schlüssel in Cookies: Eine Richtlinie sendet ihn im Header Cookie.";
    "Swagger 2.0 has no keys in cookies, and a policy would send this one for those who sign in otherwise, too. Make a connector of its own for it, or send it by a policy."
        => "Swagger 2.0 kennt keine Schlüssel in Cookies, und eine Richtlinie würde diesen auch für alle senden, die sich anders anmelden. Einen eigenen Connector dafür machen oder ihn mit einer Richtlinie senden.";
    "The schemas refer to each other in too many ways: from here on, alternatives and joined schemas let more through. Give shared parts a name and refer to them once."
        => "Die Schemas verweisen auf zu viele Arten aufeinander: Ab hier lassen Alternativen und verbundene Schemas mehr durch. Gemeinsamen Teilen einen Namen geben und einmal auf sie verweisen.";
    "A header has no media type in Swagger 2.0: it is a text."
        => "Ein Header hat in Swagger 2.0 keinen Medientyp: Er ist ein Text.";
    "Headers of responses have a type and a description only."
        => "Header von Antworten haben nur einen Typ und eine Beschreibung.";
    "It must be a number." => "Es muss eine Zahl sein.";
    "“{bound}” beside it is stricter, and counts alone."
        => "“{bound}” daneben ist strenger und gilt allein.";
    "It is stricter than “{bound}” beside it: “{bound}” has its number, and “{key}” is true."
        => "Es ist strenger als “{bound}” daneben: “{bound}” hat seine Zahl, und “{key}” ist wahr.";
    "“{bound}” has the number, and “{key}” is true." => "“{bound}” hat die Zahl, und “{key}” ist true.";
    "It names no property." => "Es nennt keine Eigenschaft.";
    "Swagger 2.0 names the property alone; its values are the names of the schemas."
        => "Swagger 2.0 nennt nur die Eigenschaft; ihre Werte sind die Namen der Schemas.";
    "Swagger 2.0 has one example: the first." => "Swagger 2.0 kennt ein Beispiel: das erste.";
    "Swagger 2.0 has one example." => "Swagger 2.0 kennt ein Beispiel.";
    "Swagger 2.0 says it by the format “byte”." => "Swagger 2.0 sagt es mit dem Format “byte”.";
    "Swagger 2.0 knows no other encoding of texts than base64."
        => "Swagger 2.0 kennt für Texte keine andere Codierung als base64.";
    "Swagger 2.0 cannot say what a value is not." => "Swagger 2.0 kann nicht sagen, was ein Wert nicht ist.";
    "Swagger 2.0 knows read-only properties alone."
        => "Swagger 2.0 kennt nur Eigenschaften, die schreibgeschützt sind.";
    "Swagger 2.0 marks operations as deprecated, not schemas."
        => "Swagger 2.0 kennzeichnet Operationen als veraltet, nicht Schemas.";
    "Swagger 2.0 has no conditions." => "Swagger 2.0 kennt keine Bedingungen.";
    "Swagger 2.0 knows properties by name, and one schema for all others."
        => "Swagger 2.0 kennt Eigenschaften nach ihrem Namen und ein Schema für alle anderen.";
    "Swagger 2.0 has one schema for all items." => "Swagger 2.0 hat ein Schema für alle Elemente.";
    "Swagger 2.0 does not let one property ask for another."
        => "Swagger 2.0 lässt nicht eine Eigenschaft eine andere verlangen.";
    "Swagger 2.0 does not say what a text holds." => "Swagger 2.0 sagt nicht, was ein Text enthält.";
    "Swagger 2.0 has no dynamic references; anything is let through."
        => "Swagger 2.0 kennt keine dynamischen Verweise; alles wird durchgelassen.";
    "Schemas of Swagger 2.0 have a name in the document, and no address."
        => "Schemas haben in Swagger 2.0 einen Namen im Dokument und keine Adresse.";
    "Swagger 2.0 has no comments." => "Swagger 2.0 kennt keine Kommentare.";
    "Swagger 2.0 does not know it." => "Swagger 2.0 kennt es nicht.";
    "It must be a text, and is written as one." => "Es muss ein Text sein und wird als einer geschrieben.";
    "Swagger 2.0 has no summary of the whole API. Say it in the description."
        => "Swagger 2.0 kennt keine Zusammenfassung der ganzen API. In der Beschreibung sagen.";
    "The API has no {key}; “{text}” stands for it." => "Der API fehlt “{key}”; “{text}” steht dafür.";
    "Tags of Swagger 2.0 have a name, a description and documentation only."
        => "Tags haben in Swagger 2.0 nur Namen, Beschreibung und Dokumentation.";
    "Swagger 2.0 does not share such things: each stands where it is used."
        => "Swagger 2.0 teilt solche Dinge nicht: Jedes steht dort, wo es verwendet wird.";
    "Swagger 2.0 has no links between operations." => "Swagger 2.0 kennt keine Links zwischen Operationen.";
    "Swagger 2.0 has no callbacks: they became triggers where operations name them."
        => "Swagger 2.0 kennt keine Callbacks: Wo Operationen sie nennen, wurden daraus Trigger.";
    "Extensions of the components have no place of their own."
        => "Erweiterungen der Komponenten haben keinen eigenen Platz.";
    "It has more than {most_properties} properties: those that come after are left out."
        => "Es hat mehr als {most_properties} Eigenschaften: Die danach sind weggelassen.";
    "It lies behind too many references; its properties are not gone into."
        => "Es liegt hinter zu vielen Verweisen; seinen Eigenschaften wird nicht nachgegangen.";
    "An operation must describe a response: “default” stands for all."
        => "Eine Operation muss eine Antwort beschreiben: “default” steht für alle.";
    "The operation has no ID; it got “{id}”." => "Die Operation hat keine ID; sie bekam „{id}“.";
    "Another operation has the ID “{given}”; this one got “{id}”."
        => "Eine andere Operation hat die ID „{given}“; diese bekam „{id}“.";
    "The operation has no summary; it got “{summary}”."
        => "Die Operation hat keine Zusammenfassung; sie bekam „{summary}“.";
    "Another parameter is called “{name}” in the {location} already: this one is left out."
        => "Ein anderer Parameter in “{location}” heißt schon „{name}“: Dieser ist weggelassen.";
    "OpenAPI passes over this header: media types and security say it."
        => "OpenAPI übergeht diesen Header: Medientypen und Sicherheit sagen es.";
    "Swagger 2.0 has no cookies. If “{name}” is needed, send a header “Cookie” by a policy in the Definition step."
        => "Swagger 2.0 kennt keine Cookies. Wenn „{name}“ gebraucht wird, im Schritt „Definition“ mit einer Richtlinie einen Header “Cookie” senden.";
    "Swagger 2.0 has no parameters in “{other}”." => "Swagger 2.0 kennt keine Parameter in “{other}”.";
    "A parameter is no document in Swagger 2.0: enter its text, as JSON as a rule."
        => "Ein Parameter ist in Swagger 2.0 kein Dokument: seinen Text eingeben, in der Regel als JSON.";
    "Swagger 2.0 has no style “{style}”: the values are written with commas between."
        => "Swagger 2.0 kennt den Stil “{style}” nicht: Die Werte werden mit Kommas dazwischen geschrieben.";
    "Parameters of Swagger 2.0 have no “{key}”." => "Parameter haben in Swagger 2.0 kein “{key}”.";
    "An object is no parameter in Swagger 2.0: its {count} properties are one each."
        => "Ein Objekt ist in Swagger 2.0 kein Parameter: Seine {count} Eigenschaften sind je einer.";
    "The object is its properties here: it says nothing as a whole."
        => "Das Objekt ist hier seine Eigenschaften: Als Ganzes sagt es nichts.";
    "A path begins with a slash." => "Ein Pfad beginnt mit einem Schrägstrich.";
    "A path begins with a slash, and there is a path “{name}” already: the operation is left out."
        => "Ein Pfad beginnt mit einem Schrägstrich, und es gibt schon einen Pfad „{name}“: Die Operation ist weggelassen.";
    "The path is what “$ref” leads to: the operation beside it is left out."
        => "Der Pfad ist, wohin “$ref” führt: Die Operation daneben ist weggelassen.";
    "The path is what “$ref” leads to, and nothing beside it."
        => "Der Pfad ist, wohin “$ref” führt, und nichts daneben.";
    "Swagger 2.0 has no such method: the operation is left out."
        => "Swagger 2.0 kennt keine solche Methode: Die Operation ist weggelassen.";
    "A path has no words of its own in Swagger 2.0." => "Ein Pfad hat in Swagger 2.0 keine eigenen Worte.";
    "What it refers to got the name “{name}” among the definitions."
        => "Worauf es verweist, bekam unter den Definitionen den Namen „{name}“.";
    "A shared schema cannot be a reference. It became one that is all of what it refers to."
        => "Ein gemeinsames Schema kann kein Verweis sein. Daraus wurde eines, das alles ist, worauf er verweist.";
    "“{reference}” leads nowhere. Correct the reference, or add what it refers to."
        => "“{reference}” führt nirgendwohin. Den Verweis korrigieren oder hinzufügen, worauf er verweist.";
    "“{reference}” leads out of the document. Bundle the documents into one, or import them together."
        => "“{reference}” führt aus dem Dokument hinaus. Die Dokumente zu einem bündeln oder zusammen importieren.";
    "Swagger 2.0 has no ranges of statuses, and {one} is described by itself."
        => "Swagger 2.0 kennt keine Bereiche von Status, und {one} ist für sich beschrieben.";
    "Swagger 2.0 has no ranges of statuses: it stands under {one}."
        => "Swagger 2.0 kennt keine Bereiche von Status: Es steht unter {one}.";
    "A response must have a description: it got an empty one."
        => "Eine Antwort muss eine Beschreibung haben: Sie bekam eine leere.";
    "A response has one schema in Swagger 2.0: that of {media}."
        => "Eine Antwort hat in Swagger 2.0 ein Schema: das von {media}.";
    "Swagger 2.0 has no streams: it does not say what each of their items is."
        => "Swagger 2.0 kennt keine Ströme: Es sagt nicht, was jedes ihrer Elemente ist.";
    "A media type has no words of its own in Swagger 2.0." => "Ein Medientyp hat in Swagger 2.0 keine eigenen Worte.";
    "A media type has one example in Swagger 2.0: the first."
        => "Ein Medientyp hat in Swagger 2.0 ein Beispiel: das erste.";
    "The example is not in the document, and Swagger 2.0 does not point to others."
        => "Das Beispiel steht nicht im Dokument, und Swagger 2.0 zeigt nicht auf andere.";
    "It lies too deep. Give an inner schema a name of its own."
        => "Es liegt zu tief. Einem inneren Schema einen eigenen Namen geben.";
    "“true” lets anything through, as the empty schema does." => "“true” lässt alles durch, wie das leere Schema.";
    "“false” lets nothing through, which Swagger 2.0 cannot say."
        => "“false” lässt nichts durch, was Swagger 2.0 nicht sagen kann.";
    "It is no schema; the empty schema stands for it." => "Es ist kein Schema; das leere Schema steht dafür.";
    "OpenAPI 3.0 passes over what stands beside “$ref”, and so does the connector."
        => "OpenAPI 3.0 übergeht, was neben “$ref” steht, und der Connector auch.";
    "What stands beside “$ref” counts: both are joined by “allOf”."
        => "Was neben “$ref” steht, zählt: Beide sind mit “allOf” verbunden.";
    "It became an enum of one value." => "Daraus wurde eine Auswahl (enum) mit einem Wert.";
    "Swagger 2.0 tells schemas apart by a property that is required and a text, which this one is not."
        => "Swagger 2.0 unterscheidet Schemas an einer Eigenschaft, die erforderlich und ein Text ist; diese ist es nicht.";
    "The type has one name; null is said by “x-nullable”."
        => "Der Typ hat einen Namen; null wird mit “x-nullable” gesagt.";
    "Swagger 2.0 has no type of null alone; anything is let through."
        => "Swagger 2.0 kennt keinen Typ nur für null; alles wird durchgelassen.";
    "Swagger 2.0 has one type for each value; anything stands for {names}."
        => "Swagger 2.0 hat für jeden Wert einen Typ; statt {names} ist alles erlaubt.";
    "Swagger 2.0 says it by the extension “x-nullable”." => "Swagger 2.0 sagt es mit der Erweiterung “x-nullable”.";
    "An empty list says nothing and is left out." => "Eine leere Liste sagt nichts und ist weggelassen.";
    "It must be a list of names of properties." => "Es muss eine Liste von Namen von Eigenschaften sein.";
    "Swagger 2.0 has no choice among nothing: anything is let through."
        => "Swagger 2.0 kennt keine Auswahl aus nichts: Alles wird durchgelassen.";
    "All items have one schema in Swagger 2.0; anything is let through."
        => "Alle Elemente haben in Swagger 2.0 ein Schema; alles wird durchgelassen.";
    "Swagger 2.0 has no security of type “{other}”." => "Swagger 2.0 kennt keine Sicherheit vom Typ “{other}”.";
    "Security definitions of Swagger 2.0 do not say it." => "Sicherheitsdefinitionen von Swagger 2.0 sagen es nicht.";
    "It does not say where its addresses stand. Set up OAuth 2.0 in the Security step."
        => "Es sagt nicht, wo seine Adressen stehen. OAuth 2.0 im Schritt „Sicherheit“ einrichten.";
    "Swagger 2.0 has no OpenID Connect: it became OAuth 2.0. Enter the addresses in the Security step; they stand in {url}."
        => "Swagger 2.0 kennt kein OpenID Connect: Daraus wurde OAuth 2.0. Die Adressen im Schritt „Sicherheit“ eingeben; sie stehen in {url}.";
    "Swagger 2.0 has no keys in “{place}”." => "Swagger 2.0 kennt keine Schlüssel in “{place}”.";
    "Swagger 2.0 has no HTTP authentication “{scheme}”."
        => "Swagger 2.0 kennt keine HTTP-Authentifizierung “{scheme}”.";
    "It has no flow. Set up OAuth 2.0 in the Security step."
        => "Es hat keinen Flow. OAuth 2.0 im Schritt „Sicherheit“ einrichten.";
    "Swagger 2.0 knows none of its flows: {names}. Set up another way in the Security step."
        => "Swagger 2.0 kennt keinen seiner Flows: {names}. Im Schritt „Sicherheit“ einen anderen Weg einrichten.";
    "A security definition has one flow in Swagger 2.0: {chosen}."
        => "Eine Sicherheitsdefinition hat in Swagger 2.0 einen Flow: {chosen}.";
    "It is no whole address, and {nowhere} stands for it. Enter it in the Security step."
        => "Es ist keine vollständige Adresse, und {nowhere} steht dafür. Im Schritt „Sicherheit“ eingeben.";
    "Connections do not ask for all that this operation needs ({names}), so it is called without. Offer another way in the Security step, or make a connector of its own for such operations."
        => "Verbindungen fragen nicht nach allem, was diese Operation braucht ({names}), also wird sie ohne aufgerufen. Im Schritt „Sicherheit“ einen weiteren Weg anbieten oder für solche Operationen einen eigenen Connector anlegen.";
    "The flow does not list the scope “{scope}”, so connections do not ask for it. Enter it in the Security step."
        => "Der Flow führt den Scope „{scope}“ nicht auf, also fragen Verbindungen nicht danach. Im Schritt „Sicherheit“ eingeben.";
    "The security scheme did not come through." => "Das Sicherheitsschema kam nicht an.";
    "The document names no server. Enter the host in the General step."
        => "Das Dokument nennt keinen Server. Den Host im Schritt „Allgemein“ eingeben.";
    "A connector calls one host: the first server, not {url}. Another can be set by a policy."
        => "Ein Connector ruft einen Host auf: den ersten Server, nicht {url}. Ein anderer lässt sich mit einer Richtlinie setzen.";
    "The server is told relative to where the document was. Enter the host in the General step."
        => "Der Server ist relativ zu dem Ort angegeben, an dem das Dokument war. Den Host im Schritt „Allgemein“ eingeben.";
    "Swagger 2.0 names a host and says nothing of it." => "Swagger 2.0 nennt einen Host und sagt nichts über ihn.";
    "A policy sets whole addresses alone, and this server is told relative to another one: the default of each variable stands for it."
        => "Eine Richtlinie setzt nur vollständige Adressen, und dieser Server ist relativ zu einem anderen angegeben: Der Standardwert jeder Variablen steht dafür.";
    "The address of the server does not use it." => "Die Adresse des Servers verwendet es nicht.";
    "It became the connection parameter “{key}”." => "Daraus wurde der Verbindungsparameter „{key}“.";
    "The server does not describe its variable “{name}”: it became the connection parameter “{key}”, and “{placeholder}” stands for it in the host."
        => "Der Server beschreibt seine Variable „{name}“ nicht: Aus ihr wurde der Verbindungsparameter „{key}“, und “{placeholder}” steht im Host dafür.";
    "The server is told relative to another one, which a connector cannot do."
        => "Der Server ist relativ zu einem anderen angegeben, was ein Connector nicht kann.";
    "A connector calls one host: a policy sends this operation to {url}."
        => "Ein Connector ruft einen Host auf: Eine Richtlinie sendet diese Operation an {url}.";
    "The policy of a single operation has the default of each variable."
        => "Die Richtlinie einer einzelnen Operation hat den Standardwert jeder Variablen.";
    "An operation is sent to one host: its first server, not {url}."
        => "Eine Operation wird an einen Host gesendet: ihren ersten Server, nicht {url}.";
    "Lists within lists end here: what is in this one is a text."
        => "Listen in Listen enden hier: Was in dieser steht, ist ein Text.";
    "A value that is no body has no “{key}” in Swagger 2.0."
        => "Ein Wert, der kein Body ist, hat in Swagger 2.0 kein “{key}”.";
    "It must be a whole number of at least 0." => "Es muss eine ganze Zahl ab 0 sein.";
    "It is the whole number {whole}, and is written as one." => "Es ist die ganze Zahl {whole} und wird so geschrieben.";
    "Swagger 2.0 does not tell the first items from the others, and each may be as any of them."
        => "Swagger 2.0 unterscheidet die ersten Elemente nicht von den anderen; jedes darf wie eines von ihnen sein.";
    "No item comes after the first {count}: it became “maxItems”."
        => "Nach den ersten {count} kommt kein Element: Daraus wurde “maxItems”.";
    "A trigger tells its address in a property of the body itself; this callback takes it from one within another."
        => "Ein Trigger nennt seine Adresse in einer Eigenschaft des Bodys selbst; dieser Callback nimmt sie aus einer, die in einer anderen liegt.";
    "A service calls a trigger with POST; this callback describes no such call."
        => "Ein Dienst ruft einen Trigger mit POST auf; dieser Callback beschreibt keinen solchen Aufruf.";
    "A service calls a trigger in one way: with {method}." => "Ein Dienst ruft einen Trigger auf eine Weise auf: mit {method}.";
    "The operation has no body to tell the address in."
        => "Die Operation hat keinen Body, in dem die Adresse stehen könnte.";
    "“{reference}” leads nowhere." => "“{reference}” führt nirgendwohin.";
    "An object can only be a body in Swagger 2.0: it is a text here. Enter it as the API expects it."
        => "Ein Objekt kann in Swagger 2.0 nur ein Body sein: Hier ist es ein Text. So eingeben, wie die API es erwartet.";
    "It says no type that Swagger 2.0 knows: it is a text here."
        => "Es nennt keinen Typ, den Swagger 2.0 kennt: Hier ist es ein Text.";
    "An operation is one trigger: its first callback." => "Eine Operation ist ein Trigger: ihr erster Callback.";
    "A trigger tells its address in a property of the body; this callback takes it from elsewhere."
        => "Ein Trigger nennt seine Adresse in einer Eigenschaft des Bodys; dieser Callback nimmt sie von woanders.";
    "The body of the operation has no property “{property}” to tell the address in."
        => "Der Body der Operation hat keine Eigenschaft „{property}“, um darin die Adresse zu nennen.";
    "The operation became a webhook trigger." => "Aus der Operation wurde ein Webhook-Trigger.";
    "The document does not say which operation subscribes to it; “{id}” seems to do so, and became a webhook trigger that gives what this webhook sends. If it is not so, undo that in the Definition step."
        => "Das Dokument sagt nicht, welche Operation ihn abonniert; „{id}“ scheint es zu tun und wurde zu einem Webhook-Trigger, der liefert, was dieser Webhook sendet. Wenn das nicht stimmt, im Schritt „Definition“ rückgängig machen.";
    "A webhook becomes a trigger where an operation subscribes to it; the document names none. Add a trigger in the Definition step and import what it gives from a sample."
        => "Ein Webhook wird zu einem Trigger, wo eine Operation ihn abonniert; das Dokument nennt keine. Im Schritt „Definition“ einen Trigger hinzufügen und aus einem Beispiel importieren, was er liefert.";
    "Documentation has an address." => "Dokumentation hat eine Adresse.";
    "A licence has a name." => "Eine Lizenz hat einen Namen.";
    "It must be an object." => "Es muss ein Objekt sein.";
    "Swagger 2.0 does not know it here." => "Swagger 2.0 kennt es hier nicht.";
    "It is relative to the server: it is {whole} now." => "Es ist relativ zum Server: Jetzt ist es {whole}.";
    "It is no whole address, and the document does not say what it is relative to."
        => "Es ist keine vollständige Adresse, und das Dokument sagt nicht, wozu sie relativ ist.";
    "Nothing is in such a list twice in Swagger 2.0."
        => "In einer solchen Liste steht in Swagger 2.0 nichts zweimal.";
    "what they have in common" => "was sie gemeinsam haben";
    "any object" => "ein beliebiges Objekt";
    "an object with the properties of all" => "ein Objekt mit den Eigenschaften von allen";
}
