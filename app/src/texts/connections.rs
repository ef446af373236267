//! Texts of connections wherever they are shown: their state, their list, deleting and sharing them.

crate::texts::texts! {
    delete_connection: en "Delete connection", de "Verbindung löschen";
    connection_deleted: en "Connection deleted.", de "Verbindung gelöscht.";
    delete_the_connection: en "Delete the connection?", de "Verbindung löschen?";
    not_tried_yet: en "Not tried yet", de "Noch nicht getestet";
    good: en "Good", de "Gut";
    expired: en "Expired", de "Abgelaufen";
    failing: en "Failing", de "Gestört";
    goes_with_its_credentials_which_nobody_can:
        en "” goes with its credentials, which nobody can bring back. Runs that were made with it stay.",
        de "” wird mit ihren Anmeldedaten gelöscht, die niemand zurückholen kann. Ausführungen damit bleiben.";
    not_signed_in: en "Not signed in", de "Nicht angemeldet";
    you: en "You", de "Sie";
    shared: en "Shared", de "Geteilt";
    owner: en "Owner", de "Eigentümer";
    status: en "Status", de "Status";
    last_used: en "Last used", de "Zuletzt verwendet";
    never: en "Never", de "Nie";
    actions: en "Actions", de "Aktionen";
    actions_for(name): en "Actions for {name}", de "Aktionen für {name}";
    edit: en "Edit", de "Bearbeiten";
    sign_in_again: en "Sign in again", de "Erneut anmelden";
    test: en "Make a test call", de "Testaufruf machen";
    share: en "Share", de "Teilen";
    stop_sharing: en "Stop sharing", de "Nicht mehr teilen";
    is_shared_now(name):
        en "“{name}” is shared with the members of the environment.",
        de "„{name}“ ist mit den Mitgliedern der Umgebung geteilt.";
    is_not_shared_any_more(name):
        en "“{name}” is not shared any more.",
        de "„{name}“ wird nicht mehr geteilt.";
    all: en "All", de "Alle";
    to_mend: en "To mend", de "Zu beheben";
    which_connections: en "Which connections", de "Welche Verbindungen";
    search_the_connections: en "Search the connections", de "Verbindungen suchen";
    search_name_or_connector: en "Search name or connector", de "Name oder Connector suchen";
    search: en "Search", de "Suchen";
    no_connections_yet: en "No connections yet", de "Noch keine Verbindungen";
    a_connection_holds:
        en "A connection holds your credentials for a connector, sealed on the server. Open a connector and go to its Test step to make one; those that others share with you stand here, too.",
        de "Eine Verbindung enthält Ihre Anmeldedaten für einen Connector, auf dem Server versiegelt. Öffnen Sie einen Connector und legen Sie im Schritt „Test“ eine an; auch die, die andere mit Ihnen teilen, stehen hier.";
    no_connection_fits_these_filters:
        en "No connection fits these filters.",
        de "Keine Verbindung passt zu diesen Filtern.";
    older_connections: en "Older connections", de "Ältere Verbindungen";
    newest_connections: en "Newest connections", de "Neueste Verbindungen";
}
