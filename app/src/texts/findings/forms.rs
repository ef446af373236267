//! What is wrong in a field of the steps General and Security.

super::german! {
    "Give the connector a name." => "Dem Connector einen Namen geben.";
    "Enter the host that serves the API, such as api.example.com."
        => "Den Host eingeben, auf dem die API läuft, etwa api.example.com.";
    "Enter the host alone; the scheme is chosen above." => "Nur den Host eingeben; das URL-Schema wird oben gewählt.";
    "Enter the host alone, such as api.example.com; the path belongs into Base URL."
        => "Nur den Host eingeben, etwa api.example.com; der Pfad gehört in die Basis-URL.";
    "The base URL begins with a slash." => "Die Basis-URL beginnt mit einem Schrägstrich.";
    "The base URL is a path alone, without a query, a fragment or spaces."
        => "Die Basis-URL ist nur ein Pfad, ohne Abfrage, Fragment oder Leerzeichen.";
    "Write the colour as # and six hexadecimal digits." => "Die Farbe als # und sechs Hexadezimalziffern schreiben.";
    "Write the whole address, beginning with https://." => "Die ganze Adresse schreiben, mit https:// am Anfang.";
    "Without this address nobody can sign in. Enter it."
        => "Ohne diese Adresse kann sich niemand anmelden. Sie eingeben.";
    "Name the API that the token is for, such as https://graph.microsoft.com."
        => "Die API nennen, für die das Token gilt, etwa https://graph.microsoft.com.";
    "Enter the client ID that the provider gave you for this connector."
        => "Die Client-ID eingeben, die der Anbieter für diesen Connector vergeben hat.";
    "Enter the name of the header or query parameter that carries the key."
        => "Den Namen des Headers oder Abfrageparameters eingeben, der den Schlüssel trägt.";
    "A header's name has letters, digits and - only; spaces and colons cannot be sent."
        => "Der Name eines Headers hat nur Buchstaben, Ziffern und -; Leerzeichen und Doppelpunkte lassen sich nicht senden.";
    "Several ways to authenticate, of which none is given" => "Mehrere Arten der Authentifizierung, von denen keine angegeben ist";
    "Secrets without a security definition" => "Geheimnisse ohne Sicherheitsdefinition";
    "Several security definitions" => "Mehrere Sicherheitsdefinitionen";
    "OAuth 2.0 without its settings" => "OAuth 2.0 ohne seine Einstellungen";
    "Security definition of type “{kind}”" => "Sicherheitsdefinition des Typs “{kind}”";
    "Give the connection parameter a name." => "Dem Verbindungsparameter einen Namen geben.";
    "“{name}” cannot be a name. Use letters, digits and _; one colon may stand between two such names."
        => "„{name}“ kann kein Name sein. Buchstaben, Ziffern und _ verwenden; zwischen zwei solchen Namen darf ein Doppelpunkt stehen.";
    "There is a connection parameter named “{name}” already. Choose another name."
        => "Einen Verbindungsparameter namens „{name}“ gibt es schon. Einen anderen Namen wählen.";
    "Write the place in the dialog as a whole number, such as 2, or leave it empty."
        => "Den Platz im Dialog als ganze Zahl schreiben, etwa 2, oder leer lassen.";
    "Write “{line}” as the name of a parameter, = and its values, with commas between."
        => "„{line}“ als Namen eines Parameters, = und seine Werte schreiben, mit Kommas dazwischen.";
    "There is no connection parameter named “{name}” in this way to authenticate."
        => "In dieser Art der Authentifizierung gibt es keinen Verbindungsparameter namens „{name}“.";
    "A connection parameter cannot wait for itself. Name another one."
        => "Ein Verbindungsparameter kann nicht auf sich selbst warten. Einen anderen nennen.";
    "Give the way to authenticate a name." => "Der Art der Authentifizierung einen Namen geben.";
    "There is a way to authenticate named “{name}” already. Choose another name."
        => "Eine Art der Authentifizierung namens „{name}“ gibt es schon. Einen anderen Namen wählen.";
    "There is no way to authenticate named “{name}”. Reload to see the connector as it is now."
        => "Eine Art der Authentifizierung namens „{name}“ gibt es nicht. Neu laden, um den Connector zu sehen, wie er jetzt ist.";
}
