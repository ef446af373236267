//! Texts of the step Security.

crate::texts::texts! {
    no_authentication: en "No authentication", de "Keine Authentifizierung";
    basic_authentication: en "Basic authentication", de "Basic-Authentifizierung";
    api_key: en "API key", de "API-Schlüssel";
    oauth_2_0: en "OAuth 2.0", de "OAuth 2.0";
    windows_authentication_gateway:
        en "Windows authentication (gateway)",
        de "Windows-Authentifizierung (Gateway)";
    change_authentication: en "Change authentication", de "Authentifizierung ändern";
    authentication_type: en "Authentication type", de "Art der Authentifizierung";
    what_the_user_of_a_connection_is:
        en "What the user of a connection is asked for. Keys and passwords are entered in connections, never here.",
        de "Wonach der Nutzer einer Verbindung gefragt wird. Schlüssel und Passwörter werden in Verbindungen eingegeben, nie hier.";
    windows_accounts_work_through_the_on:
        en "Windows accounts work through the on-premises data gateway alone, which is switched on with this choice.",
        de "Windows-Konten gehen nur über das lokale Datengateway, das mit dieser Wahl eingeschaltet wird.";
    calls_are_sent_as_they_are_a:
        en "Calls are sent as they are; a connection holds no secret.",
        de "Aufrufe werden gesendet, wie sie sind; eine Verbindung enthält kein Geheimnis.";
    change_label: en "Change label", de "Beschriftung ändern";
    label_of_the_user_name: en "Label of the user name", de "Beschriftung des Benutzernamens";
    label_of_the_password: en "Label of the password", de "Beschriftung des Passworts";
    header: en "Header", de "Header";
    query: en "Query", de "Abfrage";
    label_of_the_key: en "Label of the key", de "Beschriftung des Schlüssels";
    as_the_user_of_a_connection_sees:
        en "As the user of a connection sees it.",
        de "Wie der Nutzer einer Verbindung sie sieht.";
    parameter_name: en "Parameter name", de "Name des Parameters";
    the_header_or_query_parameter_that_carries:
        en "The header or query parameter that carries the key. The key is sent as it is entered.",
        de "Der Header oder Abfrageparameter, der den Schlüssel trägt. Der Schlüssel wird gesendet, wie er eingegeben wird.";
    change_name_of_the_key: en "Change name of the key", de "Namen des Schlüssels ändern";
    parameter_location: en "Parameter location", de "Ort des Parameters";
    change_location_of_the_key: en "Change location of the key", de "Ort des Schlüssels ändern";
    tenon_keeps_this_authentication_as_it_was:
        en "Tenon keeps this authentication as it is and exports it unchanged, but cannot edit it here. Choosing another type replaces it, with the secrets that it asks for; Undo brings them back.",
        de "Tenon behält diese Authentifizierung, wie sie ist, und exportiert sie unverändert, kann sie hier aber nicht bearbeiten. Eine andere Art ersetzt sie samt den Geheimnissen, nach denen sie fragt; „Rückgängig“ holt sie zurück.";
    authentication: en "Authentication", de "Authentifizierung";
    yes: en "Yes", de "Ja";
    no: en "No", de "Nein";
    what_the_user_of_a_connection_sees:
        en "What the user of a connection sees",
        de "Was der Nutzer einer Verbindung sieht";
    what_users_see: en "What users see", de "Was Nutzer sehen";
    connect_to: en "Connect to ", de "Verbinden mit ";
    nothing_is_asked_for: en "Nothing is asked for.", de "Es wird nach nichts gefragt.";
    choose_a_gateway: en "Choose a gateway", de "Gateway wählen";
    update_to_unique_redirect_url:
        en "Update to unique redirect URL",
        de "Auf eigene Umleitungs-URL umstellen";
    redirect_url: en "Redirect URL", de "Umleitungs-URL";
    register_it_with_the_provider_for:
        en "Register it with the provider for connections made in Tenon. Power Platform has one of its own for each connector, which it shows once the connector is imported there.",
        de "Registrieren Sie sie beim Anbieter für Verbindungen, die in Tenon angelegt werden. Power Platform hat für jeden Connector eine eigene und zeigt sie, sobald der Connector dort importiert ist.";
    client_secret_forgotten: en "Client secret forgotten.", de "Client-Geheimnis vergessen.";
    client_secret_kept: en "Client secret kept.", de "Client-Geheimnis gespeichert.";
    client_secret: en "Client secret", de "Client-Geheimnis";
    kept_on_the_server_encrypted_at_once:
        en "Kept on the server, encrypted, at once and for all versions. It is never shown again and in no export: enter it again in Power Platform.",
        de "Wird sofort und für alle Versionen verschlüsselt auf dem Server aufbewahrt. Es wird nie wieder gezeigt und steht in keinem Export: Geben Sie es in der Power Platform noch einmal ein.";
    keep_secret: en "Keep secret", de "Geheimnis aufbewahren";
    a_client_secret_is_kept_since:
        en "A client secret is kept since ",
        de "Ein Client-Geheimnis ist aufbewahrt seit ";
    forget_it: en "Forget it", de "Vergessen";
    still_the_shared_redirect_url:
        en "In Power Platform this connector still uses the redirect URL that all connectors shared until February 2024. After the update nobody can sign in until its own URL is registered with the provider, beside the shared one.",
        de "In der Power Platform nutzt dieser Connector noch die Umleitungs-URL, die bis Februar 2024 alle Connectors gemeinsam hatten. Nach der Umstellung kann sich niemand anmelden, bis seine eigene URL beim Anbieter registriert ist, neben der gemeinsamen.";
}
