//! What became of calls: of a Postman collection, of command lines of curl, of a recording of a browser.

crate::texts::findings::german! {
    "Swagger 2.0 does not say of what media type the field “{name}” is: it is sent as what its type is sent as."
        => "Swagger 2.0 sagt nicht, welchen Medientyp das Feld „{name}“ hat: Es wird so gesendet, wie sein Typ gesendet wird.";
    "Swagger 2.0 has no headers of the field “{name}” alone." => "Swagger 2.0 kennt keine Header des Felds „{name}“ allein.";
    "The answer is said to be JSON, but cannot be read as such: it may be anything. Import a sample in the Definition step."
        => "Die Antwort soll JSON sein, lässt sich aber nicht so lesen: Sie darf alles sein. Im Schritt „Definition“ ein Beispiel importieren.";
    "Nobody says what stands for {names} in the body: a number here, since a text would stand in quotation marks. Correct it in the Definition step."
        => "Niemand sagt, was im Body für {names} steht: hier eine Zahl, denn ein Text stünde in Anführungszeichen. Im Schritt „Definition“ berichtigen.";
    "Swagger 2.0 has no method {method}: it is left out."
        => "Swagger 2.0 kennt keine Methode {method}: Sie ist weggelassen.";
    "“{method} {path}” is an operation on another host, and a connector has each method and path once: it is left out."
        => "“{method} {path}” ist eine Operation auf einem anderen Host, und ein Connector hat jede Methode mit jedem Pfad einmal: Sie ist weggelassen.";
    "“{method} {path}” came up before: both are one operation, with the parameters and samples of both."
        => "“{method} {path}” kam schon vor: Beide sind eine Operation, mit den Parametern und Beispielen von beiden.";
    "A connector calls one host: what goes to {host} is left out ({calls}). Import it as a connector of its own."
        => "Ein Connector ruft einen Host auf: Was an {host} geht, ist weggelassen ({calls}). Als eigenen Connector importieren.";
    "{calls} calls have this method and path: they are one operation."
        => "{calls} Aufrufe haben diese Methode und diesen Pfad: Sie sind eine Operation.";
    "Whoever makes a call sets these headers by himself: {names}."
        => "Diese Header setzt jeder selbst, der einen Aufruf macht: {names}.";
    "Connectors keep no cookies ({calls}). If the API needs one, send a header “Cookie” by a policy."
        => "Connectors behalten keine Cookies ({calls}). Wenn die API eines braucht, mit einer Richtlinie einen Header “Cookie” senden.";
    "Values that look like secrets are not kept: {names}. Enter them in a connection."
        => "Werte, die nach Geheimnissen aussehen, werden nicht behalten: {names}. In einer Verbindung eingeben.";
    "The source does not say which host is called. Enter the host in the General step."
        => "Die Quelle sagt nicht, welcher Host aufgerufen wird. Den Host im Schritt „Allgemein“ eingeben.";
    "A connector calls one host: a policy sends this operation to {scheme}://{host}."
        => "Ein Connector ruft einen Host auf: Eine Richtlinie sendet diese Operation an {scheme}://{host}.";
    "“{name}” has no value here: it became the connection parameter “{key}”."
        => "„{name}“ hat hier keinen Wert: Daraus wurde der Verbindungsparameter „{key}“.";
    "It has {count} calls; the first {max_calls} are read. Split it."
        => "Es sind {count} Aufrufe; die ersten {max_calls} werden gelesen. Aufteilen.";
    "The source does not say what {count} of the operations answer, and an operation must describe a response: “default” stands for all. Import a sample in the Definition step."
        => "Die Quelle sagt nicht, womit {count} der Operationen antworten, und eine Operation muss eine Antwort beschreiben: “default” steht für alle. Im Schritt „Definition“ ein Beispiel importieren.";
    "The query parameter “{name}” has no name of its own."
        => "Der Query-Parameter „{name}“ hat keinen eigenen Namen.";
    "“{name}” stands in the query several times. The platform sends it once: write a list with commas, if the API reads it."
        => "„{name}“ steht mehrmals in der Query. Die Plattform sendet es einmal: eine Liste mit Kommas schreiben, wenn die API sie liest.";
    "Calls of this method have no body in a connector."
        => "Aufrufe mit dieser Methode haben in einem Connector keinen Body.";
    "An operation has one kind of body: that of the first call."
        => "Eine Operation hat eine Art von Body: die des ersten Aufrufs.";
    "The body is said to be JSON, but cannot be read as such: the operation takes any. Describe it in the Definition step."
        => "Der Body soll JSON sein, ist aber nicht als solches lesbar: Die Operation nimmt jeden. Im Schritt „Definition“ beschreiben.";
    "A form field cannot be called “{name}”: names have ASCII characters."
        => "Ein Formularfeld kann nicht „{name}“ heißen: Namen haben ASCII-Zeichen.";
    "user name and password" => "Benutzername und Passwort";
    "a bearer token" => "einem Bearer-Token";
    "the key “{name}”" => "dem Schlüssel „{name}“";
    "HTTP digest" => "HTTP Digest";
    "a Windows account" => "einem Windows-Konto";
    "a signature of AWS" => "einer Signatur von AWS";
    "The source does not say where OAuth 2.0 signs in. Enter the addresses in the Security step."
        => "Die Quelle sagt nicht, wo man sich mit OAuth 2.0 anmeldet. Die Adressen im Schritt „Sicherheit“ eingeben.";
    "operation" => "Operation";
    "operations" => "Operationen";
    "Connectors do not authenticate by {kind} ({operations}). Write custom code that does, or choose another way in the Security step."
        => "Connectors authentifizieren nicht mit {kind} ({operations}). Eigenen Code schreiben, der es tut, oder im Schritt „Sicherheit“ einen anderen Weg wählen.";
    "A connection authenticates in one way: by {main}, not by {other} ({operations}). Offer several ways in the Security step."
        => "Eine Verbindung authentifiziert auf eine Weise: mit {main}, nicht mit {other} ({operations}). Im Schritt „Sicherheit“ mehrere Wege anbieten.";
    "Its headers are in another file. Enter them in the Definition step."
        => "Die Header dazu stehen in einer anderen Datei. Im Schritt „Definition“ eingeben.";
    "The command has no URL: it is left out." => "Der Befehl hat keine URL: Er ist weggelassen.";
    "The command sends a file as a form, and does not say what is in it: the operation sends its bytes. Import a sample in the Definition step."
        => "Der Befehl sendet eine Datei als Formular und sagt nicht, was darin ist: Die Operation sendet ihre Bytes. Im Schritt „Definition“ ein Beispiel importieren.";
    "The command would send its JSON as a form, since it does not say otherwise: the operation sends JSON."
        => "Der Befehl würde sein JSON als Formular senden, weil er nichts anderes sagt: Die Operation sendet JSON.";
    "A quotation mark does not close: all that comes after it was taken to be inside."
        => "Ein Anführungszeichen ist nicht geschlossen: Alles danach wurde als dazwischen gelesen.";
    "command" => "Befehl";
    "commands" => "Befehle";
    "Only calls of curl are read: {commands} of other programs left out."
        => "Nur Aufrufe von curl werden gelesen: {commands} anderer Programme weggelassen.";
    "These options say how curl itself works, and have no place in a connector: {own}."
        => "Diese Optionen sagen, wie curl selbst arbeitet, und haben in einem Connector keinen Platz: {own}.";
    "document" => "Dokument";
    "documents" => "Dokumente";
    "script" => "Skript";
    "scripts" => "Skripte";
    "style" => "Stylesheet";
    "styles" => "Stylesheets";
    "image" => "Bild";
    "images" => "Bilder";
    "font" => "Schriftart";
    "fonts" => "Schriftarten";
    "recording" => "Aufnahme";
    "recordings" => "Aufnahmen";
    "preflight" => "Preflight";
    "preflights" => "Preflights";
    "other request" => "andere Anfrage";
    "other requests" => "andere Anfragen";
    "What a page is made of is no call of an API: {counted} left out."
        => "Woraus eine Seite besteht, ist kein Aufruf einer API: {counted} weggelassen.";
    "call" => "Aufruf";
    "calls" => "Aufrufe";
    "{count} {noun}" => "{count} {noun}";
    "It has no status: it is left out. Import a sample in the Definition step."
        => "Sie hat keinen Status: Sie ist weggelassen. Im Schritt „Definition“ ein Beispiel importieren.";
    "tokens that the caller signs" => "Token, die der Aufrufer signiert";
    "request" => "Anfrage";
    "requests" => "Anfragen";
    "It is neither a request nor a folder: it is left out."
        => "Es ist weder eine Anfrage noch ein Ordner: Es ist weggelassen.";
    "Folders are nested more than {max_folders} levels deep here: {requests} left out. Move them up."
        => "Ordner sind hier mehr als {max_folders} Ebenen tief verschachtelt: {requests} weggelassen. Weiter nach oben verschieben.";
    "before the request" => "vor der Anfrage";
    "after the response" => "nach der Antwort";
    "Connectors do not run the script {when}. What it changes in a call can be done by policies or custom code."
        => "Connectors führen das Skript {when} nicht aus. Was es an einem Aufruf ändert, können Richtlinien oder eigener Code tun.";
    "The request has no URL: its operation stands at the path “/”. Enter the path."
        => "Die Anfrage hat keine URL: Ihre Operation steht unter dem Pfad “/”. Den Pfad eingeben.";
    "How Postman itself sends the request has no place in a connector."
        => "Wie Postman selbst die Anfrage sendet, hat in einem Connector keinen Platz.";
    "Connectors call without a proxy and without a certificate of their own."
        => "Connectors rufen ohne Proxy und ohne eigenes Zertifikat auf.";
    "Connectors have no variables: the value of “{name}” stands where it was used."
        => "Connectors haben keine Variablen: Der Wert von „{name}“ steht dort, wo sie verwendet wurde.";
    "Nothing uses the variable “{name}” in what was read."
        => "Nichts in dem, was gelesen wurde, verwendet die Variable „{name}“.";
    "Connectors have no variables, and “{name}” has no value that could stand for it."
        => "Connectors haben keine Variablen, und „{name}“ hat keinen Wert, der dafür stehen könnte.";
}
