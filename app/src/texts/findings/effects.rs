//! Which changes reach those who use a connector, and why.

crate::texts::findings::german! {
    "An operation was removed" => "Eine Operation wurde entfernt";
    "Flows that call it fail. Deprecate it first, and remove it when nothing calls it any more."
        => "Flows, die sie aufrufen, scheitern. Sie erst als veraltet kennzeichnen und entfernen, wenn nichts sie mehr aufruft.";
    "An operation has another ID" => "Eine Operation hat eine andere ID";
    "Flows name operations by their ID and do not find this one under a new one. Keep the ID."
        => "Flows nennen Operationen bei ihrer ID und finden diese unter einer neuen nicht. Die ID behalten.";
    "An operation has another path or verb" => "Eine Operation hat einen anderen Pfad oder ein anderes Verb";
    "Flows name operations by their ID and find this one. Make sure that the API answers there."
        => "Flows nennen Operationen bei ihrer ID und finden diese. Sicherstellen, dass die API dort antwortet.";
    "An operation is another kind of trigger or action" => "Eine Operation ist eine andere Art von Trigger oder Aktion";
    "Flows were built for an action, or for one kind of trigger, and cannot take the other for it."
        => "Flows wurden für eine Aktion oder für eine Art von Trigger gebaut und können nicht das andere dafür nehmen.";
    "Something is hidden from those who build flows" => "Etwas ist für die verborgen, die Flows bauen";
    "Who builds a flow does not see it any more; the flows that have it go on."
        => "Wer einen Flow baut, sieht es nicht mehr; die Flows, die es haben, laufen weiter.";
    "A parameter was removed" => "Ein Parameter wurde entfernt";
    "Flows still fill it in. Keep it and hide it instead."
        => "Flows füllen ihn weiter aus. Ihn stattdessen behalten und verbergen.";
    "A parameter has another name" => "Ein Parameter hat einen anderen Namen";
    "Flows fill in the old name, and the new one stays empty. Keep the name and give it another summary."
        => "Flows füllen den alten Namen aus, und der neue bleibt leer. Den Namen behalten und die Zusammenfassung ändern.";
    "A parameter is sent in another part of the request" => "Ein Parameter wird in einem anderen Teil der Anfrage gesendet";
    "Flows fill parameters in by name, and some by place as well. Make sure that the API reads it there."
        => "Flows füllen Parameter nach dem Namen aus und manche auch nach dem Ort. Sicherstellen, dass die API ihn dort liest.";
    "A required parameter was added" => "Ein erforderlicher Parameter wurde hinzugefügt";
    "Existing flows do not fill it in. Make it optional, or give it a default."
        => "Bestehende Flows füllen ihn nicht aus. Ihn optional machen oder ihm einen Standardwert geben.";
    "An input became required" => "Eine Eingabe wurde erforderlich";
    "Flows that leave it out stop working. Leave it optional, or give it a default."
        => "Flows, die sie weglassen, funktionieren nicht mehr. Sie optional lassen oder ihr einen Standardwert geben.";
    "An input has another type or format" => "Eine Eingabe hat einen anderen Typ oder ein anderes Format";
    "What flows fill in may not fit any more."
        => "Was Flows ausfüllen, passt vielleicht nicht mehr.";
    "A list is joined in another way" => "Eine Liste wird anders verbunden";
    "The API gets the items of a list joined in another way, and may read them as one."
        => "Die API bekommt die Elemente einer Liste anders verbunden und liest sie vielleicht als eines.";
    "Values that were offered are not any more" => "Werte, die angeboten wurden, gibt es nicht mehr";
    "Flows may have chosen a value that is not offered any more."
        => "Flows haben vielleicht einen Wert gewählt, der nicht mehr angeboten wird.";
    "An input that was free is a fixed choice now" => "Eine freie Eingabe ist jetzt eine feste Auswahl";
    "Flows may have filled in a value that is not among them."
        => "Flows haben vielleicht einen Wert ausgefüllt, der nicht dabei ist.";
    "The bounds of an input are narrower" => "Die Grenzen einer Eingabe sind enger";
    "Flows may have filled in a value that is out of bounds now."
        => "Flows haben vielleicht einen Wert ausgefüllt, der jetzt außerhalb der Grenzen liegt.";
    "A default is another" => "Ein Standardwert ist ein anderer";
    "Flows that fill in nothing now send something else."
        => "Flows, die nichts ausfüllen, senden jetzt etwas anderes.";
    "A field of the body was removed" => "Ein Feld des Bodys wurde entfernt";
    "Flows still fill it in, and it is not sent any more."
        => "Flows füllen es weiter aus, und es wird nicht mehr gesendet.";
    "A field of the body became read-only" => "Ein Feld des Bodys ist jetzt schreibgeschützt";
    "Flows still fill it in, and what is read-only must not be sent (Swagger 2.0, Schema Object). Leave it writable."
        => "Flows füllen es weiter aus, und was schreibgeschützt ist, darf nicht gesendet werden (Swagger 2.0, Schema Object). Es schreibbar lassen.";
    "A body takes no further fields" => "Ein Body nimmt keine weiteren Felder an";
    "Flows may send fields of their own, which are refused now."
        => "Flows senden vielleicht eigene Felder, die jetzt abgelehnt werden.";
    "A content type is gone" => "Ein Inhaltstyp fehlt jetzt";
    "Requests or responses may have the form that is not understood any more."
        => "Anfragen oder Antworten haben vielleicht die Form, die nicht mehr verstanden wird.";
    "A field of a response was removed" => "Ein Feld einer Antwort wurde entfernt";
    "Flows read it in later steps and find nothing."
        => "Flows lesen es in späteren Schritten und finden nichts.";
    "A response has another type" => "Eine Antwort hat einen anderen Typ";
    "Later steps of flows were built for the old type."
        => "Spätere Schritte von Flows wurden für den alten Typ gebaut.";
    "A field of a response has another format" => "Ein Feld einer Antwort hat ein anderes Format";
    "Later steps of flows may read the text in another way."
        => "Spätere Schritte von Flows lesen den Text vielleicht anders.";
    "A response may hold values that it could not" => "Eine Antwort kann Werte haben, die sie vorher nicht haben konnte";
    "Later steps of flows may know the old values only."
        => "Spätere Schritte von Flows kennen vielleicht nur die alten Werte.";
    "A field of a response may be missing now" => "Ein Feld einer Antwort kann jetzt fehlen";
    "Later steps of flows may rely on it, and do not find it at times."
        => "Spätere Schritte von Flows verlassen sich vielleicht darauf und finden es manchmal nicht.";
    "A successful response was removed" => "Eine erfolgreiche Antwort wurde entfernt";
    "Later steps of flows use what it describes."
        => "Spätere Schritte von Flows verwenden, was sie beschreibt.";
    "The authentication is another" => "Die Authentifizierung ist eine andere";
    "Existing connections were made for the old way and have to be made anew."
        => "Bestehende Verbindungen wurden für die alte gemacht und müssen neu erstellt werden.";
    "A security definition has another name" => "Eine Sicherheitsdefinition hat einen anderen Namen";
    "Nobody but the definition names it. What requires it requires it by the new name."
        => "Niemand außer der Definition nennt sie. Was sie verlangt, verlangt sie unter dem neuen Namen.";
    "Signing in goes to another address" => "Die Anmeldung führt zu einer anderen Adresse";
    "Who connects anew signs in there; access that was granted is renewed as before. Make sure that the connector's app is registered there."
        => "Wer neu verbindet, meldet sich dort an; gewährter Zugriff wird wie bisher erneuert. Sicherstellen, dass die App des Connectors dort registriert ist.";
    "Access is renewed at another server" => "Der Zugriff wird bei einem anderen Server erneuert";
    "The new server does not know what the old one has granted, so every user has to sign in again. Keep the old refresh URL, or tell your users before."
        => "Der neue Server weiß nicht, was der alte gewährt hat, also muss sich jeder Benutzer neu anmelden. Die alte Aktualisierungs-URL behalten oder die Benutzer vorher informieren.";
    "Signing in comes back to another redirect URL" => "Die Anmeldung kehrt zu einer anderen Umleitungs-URL zurück";
    "Nobody can connect before the new URL is registered with the identity provider; existing connections go on. Register it beside the old one first."
        => "Niemand kann verbinden, bevor die neue URL beim Identitätsanbieter registriert ist; bestehende Verbindungen laufen weiter. Sie zuerst neben der alten registrieren.";
    "The sign-in asks for more" => "Die Anmeldung verlangt mehr";
    "Existing connections were not granted them. Who uses one has to sign in again."
        => "Bestehenden Verbindungen wurde das nicht gewährt. Wer eine verwendet, muss sich neu anmelden.";
    "A parameter of the connection was removed" => "Ein Parameter der Verbindung wurde entfernt";
    "Existing connections were made with it. Keep it and hide it instead."
        => "Bestehende Verbindungen wurden damit gemacht. Ihn stattdessen behalten und verbergen.";
    "The connection requires more" => "Die Verbindung verlangt mehr";
    "Existing connections have no value for it and have to be made anew. Make it optional."
        => "Bestehende Verbindungen haben keinen Wert dafür und müssen neu erstellt werden. Ihn optional machen.";
    "A way to connect was removed" => "Eine Art zu verbinden wurde entfernt";
    "Existing connections of this kind cannot be used any more. Keep it beside the new one."
        => "Bestehende Verbindungen dieser Art können nicht mehr verwendet werden. Sie neben der neuen behalten.";
    "Calls go to another address" => "Aufrufe gehen an eine andere Adresse";
    "Every call goes elsewhere. Make sure that the same API answers there."
        => "Jeder Aufruf geht woandershin. Sicherstellen, dass dieselbe API dort antwortet.";
    "A policy that sends calls elsewhere is another" => "Eine Richtlinie, die Aufrufe woandershin leitet, ist eine andere";
    "Calls go to another place than before. Make sure that the same API answers there."
        => "Aufrufe gehen an einen anderen Ort als bisher. Sicherstellen, dass dieselbe API dort antwortet.";
    "Policies are others" => "Richtlinien sind andere";
    "Policies rewrite requests and responses on their way."
        => "Richtlinien schreiben Anfragen und Antworten unterwegs um.";
    "A value of the path is encoded in another way" => "Ein Wert des Pfades wird anders kodiert";
    "Values with other characters than letters and digits arrive in another way. Make sure that the API reads them as before."
        => "Werte mit anderen Zeichen als Buchstaben und Ziffern kommen anders an. Sicherstellen, dass die API sie liest wie bisher.";
    "A webhook is told where to call back in another field"
        => "Ein Webhook erfährt in einem anderen Feld, wo er zurückrufen soll";
    "The platform fills in the address at which it is to be called back, and no longer where it did. Leave the mark where it is."
        => "Die Plattform trägt die Adresse ein, unter der sie zurückgerufen werden will, aber nicht mehr an der bisherigen Stelle. Die Kennzeichnung lassen, wo sie ist.";
    "The custom code is another" => "Der eigene Code ist ein anderer";
    "The code answers in place of the plain call."
        => "Der Code antwortet anstelle des einfachen Aufrufs.";
}
