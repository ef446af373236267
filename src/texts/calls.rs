//! Texts of connections and calls.

tenon_app::texts! {
    connection_of_another_connector:
        en "The connection is for another connector. Choose one of this connector.",
        de "Die Verbindung gehört zu einem anderen Connector. Wählen Sie eine dieses Connectors.";
    choose_a_connection:
        en "The connector authenticates its calls. Choose a connection or make one.",
        de "Der Connector authentifiziert seine Aufrufe. Wählen Sie eine Verbindung, oder legen Sie eine an.";
    unsaved_changes_do_not_fit(version):
        en "The unsaved changes do not fit version {version}. Save them, then try again.",
        de "Die ungespeicherten Änderungen passen nicht zu Version {version}. Speichern Sie sie und versuchen Sie es noch einmal.";
    run_not_kept:
        en "The call was made, but could not be kept. Look for it at the service.",
        de "Der Aufruf fand statt, konnte aber nicht behalten werden. Sehen Sie beim Dienst nach.";
    input_is_missing(name):
        en "“{name}” is missing, and the definition says that it must be there. Enter a value.",
        de "„{name}“ fehlt und muss laut Definition vorhanden sein. Geben Sie einen Wert ein.";
    input_does_not_fit(name, reason):
        en "“{name}” is not as the definition says: {reason}",
        de "„{name}“ ist nicht so, wie die Definition sagt: {reason}";
    connection_is_gone:
        en "The connection of this call was deleted, or you may not use it any more. Choose another one to run it again.",
        de "Die Verbindung dieses Aufrufs wurde gelöscht, oder Sie dürfen sie nicht mehr verwenden. Wählen Sie eine andere, um ihn noch einmal auszuführen.";
    connection_of_somebody_else:
        en "The connection of this call belongs to somebody else. Choose one that you may use to run it again.",
        de "Die Verbindung dieses Aufrufs gehört jemand anderem. Wählen Sie eine, die Sie verwenden dürfen, um ihn noch einmal auszuführen.";
    inputs_not_kept:
        en "What was filled in was not kept: it was too long, or held a secret of the connection.",
        de "Was eingegeben war, wurde nicht behalten: Es war zu lang oder enthielt ein Geheimnis der Verbindung.";
    no_test_operation:
        en "The connector names no operation that tests a connection. Name one as “testConnection” in “x-ms-capabilities” of the definition.",
        de "Der Connector nennt keine Operation, die eine Verbindung prüft. Nennen Sie eine als „testConnection“ in „x-ms-capabilities“ der Definition.";
    connection_belongs_to(owner):
        en "This connection belongs to {owner}: enter all of its values anew, or none.",
        de "Diese Verbindung gehört {owner}: Geben Sie alle Werte neu ein oder keinen.";
    choose_a_way:
        en "The connector offers several ways to authenticate, and none is chosen for this connection. Choose one in the dialog of the connection.",
        de "Der Connector bietet mehrere Arten der Authentifizierung an, und für diese Verbindung ist keine gewählt. Wählen Sie eine im Dialog der Verbindung.";
    way_is_gone(name):
        en "The connector does not offer the way to authenticate “{name}” any more, for which this connection was made. Choose another one in the dialog of the connection.",
        de "Der Connector bietet die Art der Authentifizierung „{name}“ nicht mehr an, für die diese Verbindung angelegt wurde. Wählen Sie eine andere im Dialog der Verbindung.";
    way_signs_nobody_in:
        en "Nobody signs in with this connection: its way to authenticate has no OAuth 2.0. Choose another way in the dialog of the connection.",
        de "Mit dieser Verbindung meldet sich niemand an: Ihre Art der Authentifizierung hat kein OAuth 2.0. Wählen Sie eine andere im Dialog der Verbindung.";
    connections_of_way_are_not_shared(way):
        en "The connector says that connections of “{way}” are not shared. A maker can allow it in the Security step.",
        de "Der Connector sieht vor, dass Verbindungen der Art „{way}“ nicht geteilt werden. Wer ihn bearbeiten darf, kann es im Schritt „Sicherheit“ erlauben.";
    connection_changed_meanwhile:
        en "The connection was changed or deleted meanwhile. Reload the page.",
        de "Die Verbindung wurde inzwischen geändert oder gelöscht. Laden Sie die Seite neu.";
    give_the_connection_a_name:
        en "Give the connection a name.",
        de "Geben Sie der Verbindung einen Namen.";
    connection_name_has_at_most(most):
        en "A connection's name has at most {most} characters.",
        de "Der Name einer Verbindung hat höchstens {most} Zeichen.";
    no_such_connection:
        en "There is no such connection of yours. It may have been deleted: choose another one.",
        de "Diese Verbindung haben Sie nicht. Vielleicht wurde sie gelöscht: Wählen Sie eine andere.";
    not_shared(name, owner):
        en "“{name}” belongs to {owner}, who does not share it. Make a connection of your own.",
        de "„{name}“ gehört {owner} und ist nicht geteilt. Legen Sie eine eigene Verbindung an.";
    ask_to_change(name, owner):
        en "“{name}” belongs to {owner}. Ask them to change it, or make a connection of your own.",
        de "„{name}“ gehört {owner}. Bitten Sie um die Änderung, oder legen Sie eine eigene Verbindung an.";
    ask_to_remove(name, owner):
        en "“{name}” belongs to {owner}. Ask them, or an administrator of the environment.",
        de "„{name}“ gehört {owner}. Fragen Sie dort oder bei der Administration der Umgebung.";
    only_the_owner(name, owner):
        en "Only {owner} may do this: “{name}” is their connection.",
        de "Das darf nur {owner}: „{name}“ ist nicht Ihre Verbindung.";
    shared_for_another(name, owner):
        en "{owner} shared “{name}” for the connector as it was. Since then its host, its authentication or its policies are different, so the credentials are not sent. Ask {owner} to share the connection again, or make one of your own.",
        de "{owner} hat „{name}“ für den Connector geteilt, wie er war. Seither sind Host, Authentifizierung oder Richtlinien anders; darum werden die Anmeldedaten nicht gesendet. Bitten Sie {owner}, die Verbindung noch einmal zu teilen, oder legen Sie eine eigene an.";
    settings_place_too_long:
        en "The place of the OAuth settings is too long to be one. Reload the page.",
        de "Die Stelle der OAuth-Einstellungen ist zu lang. Laden Sie die Seite neu.";
    client_secret_too_long:
        en "The client secret is too long: at most 16 KiB are kept.",
        de "Das Client-Geheimnis ist zu lang: Höchstens 16 KiB werden behalten.";
    no_such_parameter(key):
        en "The connector has no connection parameter “{key}”. Reload the page and enter the values again.",
        de "Der Connector hat keinen Verbindungsparameter „{key}“. Laden Sie die Seite neu und geben Sie die Werte noch einmal ein.";
    is_required(parameter):
        en "{parameter} is required. Enter a value.",
        de "{parameter} muss sein. Geben Sie einen Wert ein.";
    is_too_long(parameter):
        en "{parameter} is too long: at most 16 KiB are kept.",
        de "{parameter} ist zu lang: Höchstens 16 KiB werden behalten.";
    must_be_whole(parameter):
        en "{parameter} must be a whole number.",
        de "{parameter} muss eine ganze Zahl sein.";
    must_be_true_or_false(parameter):
        en "{parameter} must be true or false.",
        de "{parameter} muss true oder false sein.";
    must_be_a_choice(parameter):
        en "{parameter} must be one of the values to choose from.",
        de "{parameter} muss einer der Werte sein, die zur Wahl stehen.";
    unsupported_authentication(kind):
        en "The connector authenticates by “{kind}”, which test calls cannot do. Choose no authentication, basic authentication, an API key or OAuth 2.0 in the Security step.",
        de "Der Connector authentifiziert mit „{kind}“, was Testaufrufe nicht können. Wählen Sie im Schritt „Sicherheit“ keine Authentifizierung, Basic, einen API-Schlüssel oder OAuth 2.0.";
    connection_lacks(parameter):
        en "The connection has no value for “{parameter}”. Make a new connection with one.",
        de "Die Verbindung hat keinen Wert für „{parameter}“. Legen Sie eine neue Verbindung mit einem an.";
    user_name_has_a_colon:
        en "The user name of the connection has a colon, which basic authentication cannot send. Make a new connection.",
        de "Der Benutzername der Verbindung hat einen Doppelpunkt, den Basic nicht senden kann. Legen Sie eine neue Verbindung an.";
    value_cannot_be_sent(parameter):
        en "The value of “{parameter}” in the connection has a line break or another character that no header can hold. Make a new connection.",
        de "Der Wert von „{parameter}“ in der Verbindung hat einen Zeilenumbruch oder ein anderes Zeichen, das kein Header halten kann. Legen Sie eine neue Verbindung an.";
    not_a_name_of_a_key(name):
        en "“{name}” cannot be the name under which the API key is sent. Correct it in the Security step.",
        de "„{name}“ kann nicht der Name sein, unter dem der API-Schlüssel gesendet wird. Berichtigen Sie ihn im Schritt „Sicherheit“.";
    not_a_url(reason):
        en "The address that the definition makes is not a URL: {reason}. Correct host, base URL or path.",
        de "Die Adresse, die aus der Definition entsteht, ist keine URL: {reason}. Berichtigen Sie Host, Basis-URL oder Pfad.";
    too_long_for_a_command:
        en "The body is longer than 64 KiB, more than a command line holds.",
        de "Der Textkörper ist länger als 64 KiB, mehr als in eine Befehlszeile passt.";
    test_failed(status):
        en "The service answered the test of the connection with {status}, and a connection works where the answer is of the 200s. Look at the run for what the service said, and check the values of the connection.",
        de "Der Dienst beantwortete die Prüfung der Verbindung mit {status}; eine Verbindung funktioniert, wenn die Antwort im 200er-Bereich liegt. Sehen Sie im Lauf nach, was der Dienst sagte, und prüfen Sie die Werte der Verbindung.";
    asks_for_another_scheme(scheme):
        en "The service answered with 401: it asks for {scheme} authentication, which Tenon does not do. Look for another way to authenticate in the documentation of the service.",
        de "Der Dienst antwortete mit 401: Er verlangt die Authentifizierung {scheme}, die Tenon nicht kann. Suchen Sie in der Dokumentation des Dienstes einen anderen Weg.";
    credentials_refused(status):
        en "The service answered with {status}: it does not accept the credentials. Enter them anew, or sign in again.",
        de "Der Dienst antwortete mit {status}: Er nimmt die Anmeldedaten nicht an. Geben Sie sie neu ein, oder melden Sie sich noch einmal an.";
    sign_in_is_over:
        en "This sign-in is over: it was ended already, took longer than ten minutes, or was begun in another browser. Go back to the Test step of the connector and sign in again.",
        de "Diese Anmeldung ist vorbei: Sie wurde schon beendet, dauerte länger als zehn Minuten oder begann in einem anderen Browser. Gehen Sie zurück zum Schritt „Test“ des Connectors und melden Sie sich noch einmal an.";
    renewal_does_not_end:
        en "Another call renews the token of this connection and does not come to an end. Try again.",
        de "Ein anderer Aufruf erneuert das Token dieser Verbindung und kommt nicht zum Ende. Versuchen Sie es noch einmal.";
    no_token_to_renew_with:
        en "The token is not accepted any more, and the provider gave none to renew it with. Sign in again. Some providers give one only for a scope such as offline_access.",
        de "Das Token wird nicht mehr angenommen, und der Anbieter gab keines zum Erneuern. Melden Sie sich noch einmal an. Manche Anbieter geben eines nur für einen Scope wie offline_access.";
    leads_to_another_provider:
        en "The connector leads to another provider than when you signed in, so the token was not renewed there. Sign in again if that is meant.",
        de "Der Connector führt zu einem anderen Anbieter als bei Ihrer Anmeldung; darum wurde das Token dort nicht erneuert. Melden Sie sich noch einmal an, wenn das so gemeint ist.";
    nobody_signed_in:
        en "Nobody has signed in with this connection yet. Sign in first.",
        de "Mit dieser Verbindung hat sich noch niemand angemeldet. Melden Sie sich zuerst an.";
    all_variants_were_tried:
        en "All likely variants were tried. Look at the answers of the provider, and check its documentation.",
        de "Alle naheliegenden Varianten wurden versucht. Sehen Sie sich die Antworten des Anbieters und seine Dokumentation an.";
    signs_nobody_in:
        en "The connector does not sign people in. Choose OAuth 2.0 in the Security step.",
        de "Der Connector meldet niemanden an. Wählen Sie im Schritt „Sicherheit“ OAuth 2.0.";
    own_address_is_not_known:
        en "Tenon does not know its own address, to which the provider sends people back. Set TENON_PUBLIC_URL.",
        de "Tenon kennt die eigene Adresse nicht, an die der Anbieter zurückschickt. Setzen Sie TENON_PUBLIC_URL.";
}
