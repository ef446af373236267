//! Texts that stand on many screens.

/// The title of a page, as the browser's tab shows it.
pub(crate) fn page_title(page: &str) -> String {
    format!("{page} · Tenon")
}

crate::texts::texts! {
    cancel: en "Cancel", de "Abbrechen";
    close: en "Close", de "Schließen";
    delete: en "Delete", de "Löschen";
    name: en "Name", de "Name";
    e_mail: en "E-mail", de "E-Mail";
    password: en "Password", de "Passwort";
    request_id: en "Request id ", de "Anfrage-ID ";
    go_to_the_connectors: en "Go to the connectors", de "Zu den Connectors";
    export: en "Export", de "Exportieren";
    connectors: en "Connectors", de "Connectors";
    connector: en "Connector", de "Connector";
    connections: en "Connections", de "Verbindungen";
    new_connector: en "New connector", de "Neuer Connector";
    runs: en "Runs", de "Ausführungen";
    version: en "Version", de "Version";
    operation: en "Operation", de "Operation";
    operations: en "Operations", de "Operationen";
    drop_the_file_to_import_it: en "Drop the file to import it", de "Datei zum Importieren ablegen";
    update_from_a_source: en "Update from a source", de "Aus einer Quelle aktualisieren";
    account: en "Account", de "Konto";
    sign_in: en "Sign in", de "Anmelden";
    sign_out: en "Sign out", de "Abmelden";
    versions: en "Versions", de "Versionen";
    problems: en "Problems", de "Probleme";
    save: en "Save", de "Speichern";
    general: en "General", de "Allgemein";
    security: en "Security", de "Sicherheit";
    definition: en "Definition", de "Definition";
    code: en "Code", de "Code";
    test: en "Test", de "Test";
    keyboard_shortcuts: en "Keyboard shortcuts", de "Tastenkürzel";
    search_and_commands: en "Search and commands", de "Suche und Befehle";
    error: en "Error: ", de "Fehler: ";
    warning: en "Warning: ", de "Warnung: ";
    required: en "required", de "Pflichtfeld";
}
