//! Texts of the frame around the pages, and of the pages before one is signed in.

crate::texts::texts! {
    the_server_answers_again: en "The server answers again.", de "Der Server antwortet wieder.";
    you_are_offline_what_you_change_is:
        en "You are offline. What you change is kept in this browser and sent once the network is back.",
        de "Sie sind offline. Änderungen bleiben in diesem Browser und werden gesendet, sobald das Netz wieder da ist.";
    the_server_does_not_answer_what_you:
        en "The server does not answer. What you change is kept in this browser; Tenon goes on trying.",
        de "Der Server antwortet nicht. Änderungen bleiben in diesem Browser; Tenon versucht es weiter.";
    line_to_the_server: en "Line to the server", de "Verbindung zum Server";
    this_was_not_accepted: en "This was not accepted", de "Das wurde nicht angenommen";
    you_are_signed_out: en "You are signed out", de "Sie sind abgemeldet";
    you_may_not_do_this: en "You may not do this", de "Das ist nicht erlaubt";
    not_found: en "Not found", de "Nicht gefunden";
    something_changed_meanwhile: en "Something changed meanwhile", de "Inzwischen hat sich etwas geändert";
    too_large: en "Too large", de "Zu groß";
    too_many_attempts: en "Too many attempts", de "Zu viele Versuche";
    the_service_could_not_be_reached:
        en "The service could not be reached",
        de "Der Dienst war nicht erreichbar";
    tenon_has_a_fault: en "Tenon has a fault", de "Fehler in Tenon";
    a_part_could_not_be_loaded: en "This part of Tenon could not be loaded: the server cannot be reached, or it is a newer version now. Load the page again.", de "Dieser Teil von Tenon konnte nicht geladen werden: Der Server ist nicht erreichbar oder hat inzwischen eine neuere Version. Laden Sie die Seite neu.";
    the_server_does_not_answer: en "The server does not answer", de "Der Server antwortet nicht";
    the_server_cannot_be_reached_your_work:
        en "The server cannot be reached. Your work is kept in this browser; try again when the line is back.",
        de "Der Server ist nicht erreichbar. Ihre Arbeit bleibt in diesem Browser; versuchen Sie es wieder, wenn die Verbindung steht.";
    the_server_did_not_understand_the_request(detail):
        en "The server did not understand the request: {detail}. Reload the page.",
        de "Der Server hat die Anfrage nicht verstanden: {detail}. Laden Sie die Seite neu.";
    the_servers_answer_could_not_be_read(other):
        en "The server's answer could not be read ({other}). Reload the page and try again.",
        de "Die Antwort des Servers war nicht lesbar ({other}). Laden Sie die Seite neu und versuchen Sie es noch einmal.";
    sign_in_to_see_your_account:
        en "Sign in to see your account.",
        de "Melden Sie sich an, um Ihr Konto zu sehen.";
    administrator: en "Administrator", de "Administrator";
    maker: en "Maker", de "Maker";
    you: en "You", de "Sie";
    role: en "Role", de "Rolle";
    your_password_is_changed_your_other_sessions:
        en "Your password is changed. Your other sessions are signed out.",
        de "Ihr Passwort ist geändert. Ihre anderen Sitzungen sind abgemeldet.";
    current_password: en "Current password", de "Bisheriges Passwort";
    new_password: en "New password", de "Neues Passwort";
    at_least_12_characters_your_other_sessions:
        en "At least 12 characters. Your other sessions will be signed out.",
        de "Mindestens 12 Zeichen. Ihre anderen Sitzungen werden abgemeldet.";
    the_password_was_not_changed: en "The password was not changed", de "Das Passwort wurde nicht geändert";
    change_password: en "Change password", de "Passwort ändern";
    set_up: en "Set up", de "Einrichten";
    set_up_tenon: en "Set up Tenon", de "Tenon einrichten";
    this_is_the_first_account_of_this:
        en "This is the first account of this server. It is the administrator’s, and it opens the Default environment, which holds your connectors. Everything stays on this server.",
        de "Das ist das erste Konto dieses Servers. Es gehört dem Administrator und eröffnet die Umgebung Default, in der Ihre Connectors liegen. Alles bleibt auf diesem Server.";
    as_your_colleagues_see_it: en "As your colleagues see it.", de "Wie Kollegen ihn sehen.";
    you_sign_in_with_it_tenon_sends:
        en "You sign in with it. Tenon sends nothing to it.",
        de "Damit melden Sie sich an. Tenon sendet nichts dorthin.";
    at_least_12_characters: en "At least 12 characters.", de "Mindestens 12 Zeichen.";
    the_account_was_not_made: en "The account was not made", de "Das Konto wurde nicht angelegt";
    create_account: en "Create account", de "Konto anlegen";
    you_are_not_signed_in: en "You are not signed in", de "Sie sind nicht angemeldet";
    skip_to_the_page: en "Skip to the page", de "Zum Inhalt";
    main: en "Main", de "Hauptnavigation";
    search: en "Search", de "Suchen";
    account_of(name): en "Account of {name}", de "Konto von {name}";
    there_is_no_such_page: en "There is no such page", de "Diese Seite gibt es nicht";
    the_address_may_be_misspelt_or_what:
        en "The address may be misspelt, or what was here was deleted.",
        de "Vielleicht ist die Adresse falsch geschrieben, oder was hier stand, wurde gelöscht.";
    light: en "Light", de "Hell";
    dark: en "Dark", de "Dunkel";
    as_the_system: en "As the system", de "Wie das System";
    chosen: en "Chosen", de "Gewählt";
    theme: en "Theme", de "Farbschema";
    language: en "Language", de "Sprache";
}
