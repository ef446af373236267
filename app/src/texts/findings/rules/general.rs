//! The rules of address, texts and files.

crate::texts::findings::german! {
    "“schemes” names at least one scheme" => "“schemes” nennt mindestens ein URL-Schema";
    "A list of schemes that names none says nothing. Name `https`, or remove it."
        => "Eine Liste von URL-Schemas, die keines nennt, sagt nichts. `https` nennen oder entfernen.";
    "The base path begins with a slash" => "Der Basispfad beginnt mit einem Schrägstrich";
    "The base path follows the host, so it begins with a slash. Write it so."
        => "Der Basispfad folgt auf den Host, also beginnt er mit einem Schrägstrich. So schreiben.";
    "The host is a name without scheme and path" => "Der Host ist ein Name ohne URL-Schema und Pfad";
    "The host is the name of a machine, perhaps with a port; scheme and path have their own fields. Write `api.example.com`."
        => "Der Host ist der Name eines Rechners, vielleicht mit einem Port; URL-Schema und Pfad haben eigene Felder. `api.example.com` schreiben.";
    "A connector to a beta service is in preview" => "Ein Connector zu einem Beta-Dienst ist in der Vorschau";
    "A service in beta may change, so a connector to it is in preview. Set the status to `Preview`, or name the host of the finished service."
        => "Ein Dienst in der Beta kann sich ändern, also ist ein Connector zu ihm in der Vorschau. Den Status auf `Preview` setzen oder den Host des fertigen Dienstes nennen.";
    "The schemes are “http” and “https”" => "Die URL-Schemas sind “http” und “https”";
    "APIs are called by HTTP. Name `https`." => "APIs werden über HTTP aufgerufen. `https` nennen.";
    "The definition says that it is Swagger 2.0" => "Die Definition sagt, dass sie Swagger 2.0 ist";
    "The platform reads this version of the format and no other. Write the text \"2.0\"."
        => "Die Plattform liest diese Version des Formats und keine andere. Den Text \"2.0\" schreiben.";
    "Links are addresses in full" => "Links sind vollständige Adressen";
    "A link that is no address leads nowhere. Write it in full, with `https://`."
        => "Ein Link, der keine Adresse ist, führt nirgendwohin. Vollständig schreiben, mit `https://`.";
    "No scheme is one of sockets" => "Kein URL-Schema ist eines von Sockets";
    "The platform calls APIs by requests, not by sockets that stay open. Name `https`."
        => "Die Plattform ruft APIs mit Anfragen auf, nicht über Sockets, die offen bleiben. `https` nennen.";
    "The host is that of the service in production" => "Der Host ist der des Dienstes im Betrieb";
    "What is tested and staged is not what users call. Name the host of the service in production."
        => "Was getestet und vorbereitet wird, ist nicht, was Benutzer aufrufen. Den Host des Dienstes im Betrieb nennen.";
    "The members of the definition are in the usual order"
        => "Die Einträge der Definition stehen in der üblichen Reihenfolge";
    "Reviewers read definitions from the general to the particular: `swagger`, `info`, address, `paths`, then what is shared. Move the member."
        => "Prüfer lesen Definitionen vom Allgemeinen zum Besonderen: `swagger`, `info`, Adresse, `paths`, dann das Gemeinsame. Den Eintrag verschieben.";
    "The definition is indented by four blanks" => "Die Definition ist mit vier Leerzeichen eingerückt";
    "Reviewers compare definitions line by line, which four blanks for each level make easy. Write it so."
        => "Prüfer vergleichen Definitionen Zeile für Zeile, was vier Leerzeichen je Ebene leicht machen. So schreiben.";
    "The definition has at most one megabyte" => "Die Definition hat höchstens ein Megabyte";
    "The platform refuses definitions of more than a megabyte. Make two connectors of it, or shorten descriptions."
        => "Die Plattform lehnt Definitionen von mehr als einem Megabyte ab. Zwei Connectors daraus machen oder Beschreibungen kürzen.";
    "The file begins with the document, without a byte order mark"
        => "Die Datei beginnt mit dem Dokument, ohne Bytereihenfolge-Marke (BOM)";
    "Some readers stumble over the mark at the beginning of the file. Save it without."
        => "Manche Leser stolpern über die Marke am Anfang der Datei. Ohne sie speichern.";
    "The metadata have website, privacy policy and categories"
        => "Die Metadaten haben Website, Datenschutzerklärung und Kategorien";
    "Users want to know whose service it is and what becomes of their data. Add the entry to `x-ms-connector-metadata`."
        => "Benutzer wollen wissen, wessen Dienst es ist und was aus ihren Daten wird. Den Eintrag in `x-ms-connector-metadata` hinzufügen.";
    "The address of the contact is one of mail" => "Die Adresse des Kontakts ist eine E-Mail-Adresse";
    "Nobody can be written to at this address. Correct it."
        => "An diese Adresse kann niemand schreiben. Korrigieren.";
    "Categories are those of the platform" => "Kategorien sind die der Plattform";
    "Users find connectors by the categories of the platform, and by no others. Choose one of those."
        => "Benutzer finden Connectors nach den Kategorien der Plattform und nach keinen anderen. Eine von diesen wählen.";
    "A connector has at most two categories" => "Ein Connector hat höchstens zwei Kategorien";
    "A connector is listed under two categories at most. Keep the two that fit best."
        => "Ein Connector wird unter höchstens zwei Kategorien aufgeführt. Die zwei behalten, die am besten passen.";
    "The contact has name, website and address of mail" => "Der Kontakt hat Name, Website und E-Mail-Adresse";
    "Reviewers and users write to the contact when something does not work. Say name, website and address of mail."
        => "Prüfer und Benutzer schreiben dem Kontakt, wenn etwas nicht funktioniert. Name, Website und E-Mail-Adresse angeben.";
    "Links in the metadata are addresses in full" => "Links in den Metadaten sind vollständige Adressen";
    "Reviewers follow these links. Write them in full, with `https://`."
        => "Prüfer folgen diesen Links. Vollständig schreiben, mit `https://`.";
    "The title has at most 30 characters" => "Der Titel hat höchstens 30 Zeichen";
    "A longer title is cut off where connectors are listed. Shorten it."
        => "Ein längerer Titel wird abgeschnitten, wo Connectors aufgelistet sind. Kürzen.";
    "The description has 30 to 500 characters" => "Die Beschreibung hat 30 bis 500 Zeichen";
    "A description says in some sentences what the connector is for, not more. Write 30 to 500 characters."
        => "Eine Beschreibung sagt in einigen Sätzen, wofür der Connector da ist, nicht mehr. 30 bis 500 Zeichen schreiben.";
    "Title, description and version say something" => "Titel, Beschreibung und Version sagen etwas";
    "Users and reviewers look for this. Say it." => "Benutzer und Prüfer suchen danach. Angeben.";
    "Title and description do without the names of the platform"
        => "Titel und Beschreibung kommen ohne die Namen der Plattform aus";
    "Everything in the list is a connector to an API of the platform, so these words say nothing. Leave them out."
        => "Alles in der Liste ist ein Connector zu einer API der Plattform, also sagen diese Wörter nichts. Weglassen.";
    "Title and description are in English" => "Titel und Beschreibung sind auf Englisch";
    "The texts of connectors that everybody sees are in English. Translate it."
        => "Die Texte von Connectors, die jeder sieht, sind auf Englisch. Übersetzen.";
    "The title ends with a letter or a digit" => "Der Titel endet mit einem Buchstaben oder einer Ziffer";
    "A title is a name, so it ends with a letter or a digit. Take off what follows."
        => "Ein Titel ist ein Name, also endet er mit einem Buchstaben oder einer Ziffer. Entfernen, was folgt.";
    "The title does not claim to be the owner's" => "Der Titel gibt sich nicht als der des Eigentümers aus";
    "The connector of somebody other than the owner of the API says so in its title: “Parcels (Independent Publisher)” in the package that is handed in."
        => "Der Connector von jemandem, dem die API nicht gehört, sagt das im Titel: „Parcels (Independent Publisher)“ in dem Paket, das eingereicht wird.";
    "The description has at most 1,000 characters" => "Die Beschreibung hat höchstens 1.000 Zeichen";
    "The platform refuses to import a description of more than 1,000 characters. Shorten it."
        => "Die Plattform lehnt es ab, eine Beschreibung von mehr als 1.000 Zeichen zu importieren. Kürzen.";
}
