//! How an answer differs from its definition, and why the definition cannot be made to fit it.

super::german! {
    "This is {found}, but the definition says {expected}." => "Das ist {found}, laut Definition aber {expected}.";
    "This is null, but the definition does not say that it may be (x-nullable)."
        => "Das ist null, aber die Definition sagt nicht, dass es das sein darf (x-nullable).";
    "{found} is not among the values that the definition lists: {choices}."
        => "{found} ist nicht unter den Werten, die die Definition nennt: {choices}.";
    "“{name}” is missing, but the definition says that it is always there."
        => "“{name}” fehlt, aber laut Definition ist es immer da.";
    "The definition does not have “{name}”, so nobody can choose it in a later step."
        => "Die Definition hat “{name}” nicht, also kann niemand es in einem späteren Schritt wählen.";
    "The definition allows no properties but its own, and “{name}” is none of them."
        => "Die Definition erlaubt nur ihre eigenen Eigenschaften, und “{name}” ist keine davon.";
    "{found} is not of the format {format}." => "{found} hat nicht das Format {format}.";
    "{found} does not match the pattern {pattern}." => "{found} passt nicht zum Muster {pattern}.";
    "This says that it is “{name}”, but the definition has no such schema."
        => "Hier steht, es sei “{name}”, aber die Definition hat kein solches Schema.";
    "The definition does not say what the items are." => "Die Definition sagt nicht, was die Elemente sind.";
    "{found} is less than {limit}, the least that the definition allows."
        => "{found} ist kleiner als {limit}, das Kleinste, was die Definition erlaubt.";
    "{found} is more than {limit}, the most that the definition allows."
        => "{found} ist größer als {limit}, das Größte, was die Definition erlaubt.";
    "{found} is not more than {limit}, as the definition says."
        => "{found} ist nicht größer als {limit}, wie es die Definition verlangt.";
    "{found} is not less than {limit}, as the definition says."
        => "{found} ist nicht kleiner als {limit}, wie es die Definition verlangt.";
    "{found} is not a multiple of {limit}, as the definition says."
        => "{found} ist kein Vielfaches von {limit}, wie es die Definition verlangt.";
    "The list has an item twice, which the definition does not allow."
        => "Die Liste hat ein Element doppelt, was die Definition nicht erlaubt.";
    "{found} has {length} letters, but the definition says {side} {limit}."
        => "{found} hat {length} Zeichen, laut Definition sind es {side} {limit}.";
    "The list has {length} items, but the definition says {side} {limit}."
        => "Die Liste hat {length} Elemente, laut Definition sind es {side} {limit}.";
    "The object has {length} properties, but the definition says {side} {limit}."
        => "Das Objekt hat {length} Eigenschaften, laut Definition sind es {side} {limit}.";
    "at least" => "mindestens";
    "at most" => "höchstens";
    "the text {text}" => "der Text {text}";
    "the number {number}" => "die Zahl {number}";
    "{first} and {more} more" => "{first} und {more} weitere";
    "The operation declares no response for the status {status}."
        => "Die Operation deklariert keine Antwort für den Status {status}.";
    "The service sent {found}, but the definition says {produced}."
        => "Der Dienst hat {found} gesendet, laut Definition aber {produced}.";
    "There is a body, but the definition declares none for this status, so nobody can choose from it in a later step."
        => "Es gibt einen Body, aber die Definition deklariert für diesen Status keinen, also kann niemand in einem späteren Schritt daraus wählen.";
    "The service packed the body (Content-Encoding: {coding}), which was not asked for, so it cannot be read. Make the service honour Accept-Encoding: gzip and br are read."
        => "Der Dienst hat den Body gepackt (Content-Encoding: {coding}), worum nicht gebeten wurde, also ist er nicht lesbar. Den Dienst Accept-Encoding beachten lassen: gzip und br werden gelesen.";
    "The body is neither text nor JSON, but the definition describes JSON."
        => "Der Body ist weder Text noch JSON, aber die Definition beschreibt JSON.";
    "The service says that the body is JSON, but it cannot be read: {reason}."
        => "Der Dienst sagt, der Body sei JSON, aber er ist nicht lesbar: {reason}.";
    "There is no body, but the definition declares one for this status."
        => "Es gibt keinen Body, aber die Definition deklariert für diesen Status einen.";
    "The body is the text {text} ({kind}), but the definition describes JSON."
        => "Der Body ist der Text {text} ({kind}), aber die Definition beschreibt JSON.";
    "no content type" => "kein Inhaltstyp";
    "Status not declared" => "Status nicht deklariert";
    "Another content type" => "Anderer Inhaltstyp";
    "No body" => "Kein Body";
    "Body not declared" => "Body nicht deklariert";
    "Not JSON" => "Kein JSON";
    "Another type" => "Anderer Typ";
    "Null" => "Null";
    "Not among the values" => "Nicht unter den Werten";
    "Property missing" => "Eigenschaft fehlt";
    "Property not declared" => "Eigenschaft nicht deklariert";
    "Property not allowed" => "Eigenschaft nicht erlaubt";
    "Another format" => "Anderes Format";
    "Out of bounds" => "Außerhalb der Grenzen";
    "Pattern not matched" => "Passt nicht zum Muster";
    "No schema of that name" => "Kein Schema dieses Namens";
    "{label}." => "{label}.";
    "{key} is not there any more. Reload to see the connector as it is now."
        => "{key} ist nicht mehr da. Neu laden, um den Connector zu sehen, wie er jetzt ist.";
    "The response for {status} refers to “{reference}”, which is not there. Correct it in the Swagger editor first."
        => "Die Antwort für {status} verweist auf “{reference}”, das es nicht gibt. Es zuerst im Swagger-Editor berichtigen.";
    "The response holds a secret of the connection where the schema would have to change. Change the schema by hand in the Definition step."
        => "Die Antwort enthält ein Geheimnis der Verbindung, wo sich das Schema ändern müsste. Das Schema im Schritt „Definition“ von Hand ändern.";
}
