//! Texts of OAuth 2.0 in the step Security.

crate::texts::texts! {
    client_secret: en "Client secret", de "Client-Geheimnis";
    managed_identity_by_a_federated_credential:
        en "Managed identity, by a federated credential (preview)",
        de "Verwaltete Identität, mit Verbundanmeldeinformation (Vorschau)";
    change_the_credential: en "Change the credential", de "Anmeldeinformation ändern";
    credential: en "Credential", de "Anmeldeinformation";
    with_what_the_connector_proves_to_entra:
        en "With what the connector proves to Entra ID that it is this application.",
        de "Womit der Connector gegenüber Entra ID beweist, dass er diese Anwendung ist.";
    no_secret_is_kept_register_a_federated:
        en "No secret is kept. Register a federated credential with the application: issuer ",
        de "Kein Geheimnis wird aufbewahrt. Registrieren Sie bei der Anwendung eine Verbundanmeldeinformation: Aussteller ";
    and_the_subject_that_power_platform_gives:
        en ", and the subject that Power Platform gives the connector once it is imported there. Test calls from Tenon need a client secret.",
        de ", und den Antragsteller, den Power Platform dem Connector gibt, sobald er dort importiert ist. Testaufrufe von Tenon brauchen ein Client-Geheimnis.";
    switch_on_behalf_of_login: en "Switch on-behalf-of login", de "On-behalf-of-Anmeldung umschalten";
    switch_service_principals: en "Switch service principals", de "Dienstprinzipale umschalten";
    enable_on_behalf_of_login: en "Enable on-behalf-of login", de "On-behalf-of-Anmeldung einschalten";
    people_who_are_signed_in_to_power:
        en "People who are signed in to Power Platform are signed in to the API as well.",
        de "Wer in der Power Platform angemeldet ist, wird auch bei der API angemeldet.";
    enable_service_principal_support:
        en "Enable Service Principal support",
        de "Dienstprinzipale unterstützen";
    the_dialog_of_power_platform_offers_to:
        en "The dialog of Power Platform offers to connect as an application too, and asks for its client ID, client secret and tenant.",
        de "Der Dialog der Power Platform bietet an, sich auch als Anwendung zu verbinden, und fragt nach Client-ID, Client-Geheimnis und Mandant.";
    client_id: en "Client ID", de "Client-ID";
    what_the_provider_calls_this_connector:
        en "What the provider calls this connector.",
        de "Wie der Anbieter diesen Connector nennt.";
    scope: en "Scope", de "Bereich (Scope)";
    what_the_connector_may_do_with_spaces:
        en "What the connector may do, with spaces between.",
        de "Was der Connector tun darf, mit Leerzeichen dazwischen.";
    authorization_url: en "Authorization URL", de "Autorisierungs-URL";
    where_people_sign_in_and_agree:
        en "Where people sign in and agree.",
        de "Wo sich Menschen anmelden und zustimmen.";
    query_of_the_authorization: en "Query of the authorization", de "Abfrage der Autorisierung";
    and_connection_parameters_such_as_are_filled:
        en "{ClientId}, {RedirectUrl}, {Scopes}, {State} and connection parameters such as {region} are filled in.",
        de "{ClientId}, {RedirectUrl}, {Scopes}, {State} und Verbindungsparameter wie {region} werden eingesetzt.";
    token_url: en "Token URL", de "Token-URL";
    where_a_code_becomes_a_token: en "Where a code becomes a token.", de "Wo aus einem Code ein Token wird.";
    query_of_the_token_request: en "Query of the token request", de "Abfrage der Token-Anfrage";
    body_of_the_token_request: en "Body of the token request", de "Body der Token-Anfrage";
    as_a_form_and_are_filled_in:
        en "As a form; {Code}, {ClientId}, {ClientSecret} and {RedirectUrl} are filled in.",
        de "Als Formular; {Code}, {ClientId}, {ClientSecret} und {RedirectUrl} werden eingesetzt.";
    refresh_url: en "Refresh URL", de "Erneuerungs-URL";
    where_a_token_is_renewed_the_token:
        en "Where a token is renewed; the token URL, as a rule.",
        de "Wo ein Token erneuert wird; in der Regel die Token-URL.";
    query_of_the_refresh_request: en "Query of the refresh request", de "Abfrage der Erneuerung";
    body_of_the_refresh_request: en "Body of the refresh request", de "Body der Erneuerung";
    as_a_form_and_are_filled_in_2:
        en "As a form; {RefreshToken}, {ClientId} and {ClientSecret} are filled in.",
        de "Als Formular; {RefreshToken}, {ClientId} und {ClientSecret} werden eingesetzt.";
    scope_delimiter: en "Scope delimiter", de "Trennzeichen der Bereiche";
    what_stands_between_scopes_in_a_request:
        en "What stands between scopes in a request; a space unless said.",
        de "Was in einer Anfrage zwischen Bereichen steht; ohne Angabe ein Leerzeichen.";
    login_url: en "Login URL", de "Anmelde-URL";
    https_login_microsoftonline_com_unless_yours:
        en "https://login.microsoftonline.com, unless yours is a national cloud.",
        de "https://login.microsoftonline.com, außer bei einer nationalen Cloud.";
    tenant_id: en "Tenant ID", de "Mandanten-ID";
    common_for_people_of_any_organisation_else:
        en "“common” for people of any organisation, else the ID of yours.",
        de "„common“ für Menschen jeder Organisation, sonst die ID der eigenen.";
    resource_url: en "Resource URL", de "Ressourcen-URL";
    the_application_id_uri_of_the_api:
        en "The application ID URI of the API that the token is for.",
        de "Der Anwendungs-ID-URI der API, für die das Token ist.";
    identity_provider_hint: en "Identity provider hint", de "Hinweis auf den Identitätsanbieter";
    which_of_several_providers_behind_it_signs:
        en "Which of several providers behind it signs people in: idpHint. Empty: people choose.",
        de "Welcher von mehreren Anbietern dahinter Menschen anmeldet: idpHint. Leer: Sie wählen selbst.";
    audience: en "Audience", de "Zielgruppe (Audience)";
    the_api_that_the_token_is_for:
        en "The API that the token is for, where the provider asks.",
        de "Die API, für die das Token ist, wo der Anbieter danach fragt.";
    redirect_url: en "Redirect URL", de "Umleitungs-URL";
    sign_in_with(display_name): en "Sign in with {display_name}", de "Anmelden mit {display_name}";
    change_identity_provider: en "Change identity provider", de "Identitätsanbieter ändern";
    identity_provider: en "Identity provider", de "Identitätsanbieter";
    search_by_name_addresses_are_filled_in:
        en "Search by name. Addresses are filled in and can be changed below.",
        de "Suchen Sie nach dem Namen. Adressen werden ausgefüllt und können unten geändert werden.";
    choose_a_provider: en "Choose a provider", de "Anbieter wählen";
    no_provider_of_that_name_choose_generic:
        en "No provider of that name. Choose Generic OAuth 2.0 and fill in its addresses.",
        de "Kein Anbieter dieses Namens. Wählen Sie „Generisches OAuth 2.0“ und füllen Sie seine Adressen aus.";
    generic_oauth_2_0: en "Generic OAuth 2.0", de "Generisches OAuth 2.0";
    generic_oauth_2_0_with_pkce: en "Generic OAuth 2.0 with PKCE", de "Generisches OAuth 2.0 mit PKCE";
    addresses_proof_key: en "addresses, proof key", de "Adressen, Proof Key";
    generic_oauth_2_0_with_templates:
        en "Generic OAuth 2.0 with templates",
        de "Generisches OAuth 2.0 mit Vorlagen";
    queries_and_bodies: en "queries and bodies", de "Abfragen und Bodys";
    as_imported: en "as imported", de "wie importiert";
    it_wants_client_id_and_secret_in:
        en "It wants client ID and secret in the Authorization header.",
        de "Er will Client-ID und Geheimnis im Header Authorization.";
    it_wants_no_client_secret: en "It wants no client secret.", de "Er will kein Client-Geheimnis.";
    it_insists_on_a_proof_key_pkce:
        en "It insists on a proof key (PKCE).",
        de "Er besteht auf einem Proof Key (PKCE).";
    documentation_of: en "Documentation of ", de "Dokumentation von ";
    its_addresses_differ_from_account_to_account:
        en "Its addresses differ from account to account: ",
        de "Seine Adressen sind von Konto zu Konto verschieden: ";
    use_this_provider: en "Use this provider", de "Diesen Anbieter verwenden";
    ask_the_user_of_each_connection_for(label):
        en "Ask the user of each connection for “{label}”",
        de "Den Nutzer jeder Verbindung nach „{label}“ fragen";
    for_all_connections: en "For all connections.", de "Für alle Verbindungen.";
    subject: en ", subject ", de ", Antragsteller ";
    no_provider: en "None", de "Keiner";
}
