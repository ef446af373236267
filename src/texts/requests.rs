//! Texts of requests that reach no service.

tenon_app::texts! {
    no_styleguide:
        en "This server shows no style guide. Start it with TENON_STYLEGUIDE=true.",
        de "Dieser Server zeigt keinen Styleguide. Starten Sie ihn mit TENON_STYLEGUIDE=true.";
    not_understood:
        en "The server did not understand the request: it is not of the form that this version of Tenon sends. Reload the page.",
        de "Der Server hat die Anfrage nicht verstanden: Sie hat nicht die Form, die diese Version von Tenon sendet. Laden Sie die Seite neu.";
    of_another_site:
        en "This request was made by another site, so it was not carried out. Use Tenon's own pages.",
        de "Diese Anfrage kam von einer anderen Website und wurde nicht ausgeführt. Benutzen Sie die Seiten von Tenon.";
    provider_sent_too_much:
        en "The provider sent back more than 16 KiB. Sign in again from the Test step of the connector.",
        de "Der Anbieter hat mehr als 16 KiB zurückgeschickt. Melden Sie sich im Schritt „Test“ des Connectors noch einmal an.";
    for_providers_only:
        en "This is where identity providers send people back to. To sign in, open the Test step of the connector.",
        de "Hierher schicken Identitätsanbieter jemanden zurück. Zum Anmelden öffnen Sie den Schritt „Test“ des Connectors.";
    request_too_large:
        en "The request is larger than the server accepts. Send less at once.",
        de "Die Anfrage ist größer, als der Server annimmt. Senden Sie weniger auf einmal.";
    request_too_slow:
        en "The request took longer than five minutes, so it was ended. Try again with less at once.",
        de "Die Anfrage dauerte länger als fünf Minuten und wurde beendet. Versuchen Sie es mit weniger auf einmal.";
    fault_of_tenon:
        en "Tenon has a fault here. Report it with the request id of this response.",
        de "Tenon hat hier einen Fehler. Melden Sie ihn mit der Anfrage-ID dieser Antwort.";
    no_session: en "The request has no session.", de "Die Anfrage hat keine Sitzung.";
    no_icon: en "The connector has no icon.", de "Der Connector hat kein Icon.";
}
