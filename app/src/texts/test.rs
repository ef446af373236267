//! Texts of the step Test.

crate::texts::texts! {
    no_connection_is_needed: en "No connection is needed.", de "Es wird keine Verbindung gebraucht.";
    there_is_no_connection_yet: en "There is no connection yet.", de "Es gibt noch keine Verbindung.";
    authentication: en "Authentication: ", de "Authentifizierung: ";
    selected_connection: en "Selected connection", de "Gewählte Verbindung";
    edit_connection: en "Edit connection", de "Verbindung bearbeiten";
    new_connection: en "New connection", de "Neue Verbindung";
    test_calls_cannot_authenticate_in_this_way(kind):
        en "Test calls cannot authenticate in this way: {kind}. The connector can be edited and exported all the same.",
        de "Testaufrufe können sich auf diese Art nicht authentifizieren: {kind}. Der Connector lässt sich trotzdem bearbeiten und exportieren.";
    connection_name: en "Connection name", de "Name der Verbindung";
    what_you_leave_empty_stays_as_it:
        en "What you leave empty stays as it is. It is not shown, to nobody.",
        de "Was Sie leer lassen, bleibt, wie es ist. Es wird niemandem gezeigt.";
    connection_of(name, owner): en "{name} ({owner})", de "{name} ({owner})";
    shared_by(owner):
        en "{owner} shares this connection. You use it without seeing its secrets; runs say whose it is.",
        de "{owner} teilt diese Verbindung. Sie verwenden sie, ohne ihre Geheimnisse zu sehen; Ausführungen sagen, wem sie gehört.";
    shared_by_you:
        en "You share this connection with the members of the environment.",
        de "Sie teilen diese Verbindung mit den Mitgliedern der Umgebung.";
    share_with_the_environment:
        en "Share with the members of the environment",
        de "Mit den Mitgliedern der Umgebung teilen";
    what_sharing_means:
        en "Whoever may use the connector may call it with this connection, and sees none of its secrets. It is shared for the connector as it is saved now: once host, authentication or policies are different, save here again to go on sharing.",
        de "Wer den Connector verwenden darf, darf ihn mit dieser Verbindung aufrufen und sieht keines ihrer Geheimnisse. Geteilt wird sie für den Connector, wie er jetzt gespeichert ist: Ändern sich Host, Authentifizierung oder Richtlinien, speichern Sie hier noch einmal, um sie weiter zu teilen.";
    no_way_is_chosen:
        en "The connector offers several ways to authenticate, and none is chosen for this connection. Edit the connection and choose one.",
        de "Der Connector bietet mehrere Arten der Authentifizierung an, und für diese Verbindung ist keine gewählt. Bearbeiten Sie die Verbindung und wählen Sie eine.";
    the_way_is_gone(name):
        en "The connector does not offer the way to authenticate “{name}” any more. Edit the connection and choose another one.",
        de "Der Connector bietet die Art der Authentifizierung „{name}“ nicht mehr an. Bearbeiten Sie die Verbindung und wählen Sie eine andere.";
    another_way_begins_anew:
        en "With another way everything is entered anew: what was kept for the present one goes, a sign-in too.",
        de "Auf eine andere Art wird alles neu eingegeben: Was für die bisherige gespeichert ist, entfällt, auch eine Anmeldung.";
    connections_of_this_way_are_not_shared:
        en "The connector says that connections of this way are not shared.",
        de "Der Connector sieht vor, dass Verbindungen dieser Art nicht geteilt werden.";
    save_and_sign_in: en "Save and sign in", de "Speichern und anmelden";
    create_connection: en "Create connection", de "Verbindung anlegen";
    save_connection: en "Save connection", de "Verbindung speichern";
    yes: en "Yes", de "Ja";
    no: en "No", de "Nein";
    choose: en "Choose …", de "Auswählen …";
    nothing_to_test_yet: en "Nothing to test yet", de "Noch nichts zu testen";
    add_an_operation_in_the_definition_step:
        en "Add an operation in the Definition step first.",
        de "Fügen Sie zuerst im Schritt „Definition“ eine Operation hinzu.";
    make_the_schema_fit: en "Make the schema fit", de "Schema anpassen";
    connection: en "Connection", de "Verbindung";
    operation_to_call: en "Operation to call", de "Aufzurufende Operation";
    test_operation: en "Test operation", de "Operation testen";
    create_a_connection_first_the_api_asks:
        en "Create a connection first; the API asks for credentials.",
        de "Legen Sie zuerst eine Verbindung an; die API verlangt Anmeldedaten.";
    result: en "Result", de "Ergebnis";
    the_response_what_each_policy_did_and:
        en "The response, what each policy did and the request as it was sent appear here.",
        de "Hier erscheinen die Antwort, was jede Richtlinie getan hat, und die Anfrage, wie sie gesendet wurde.";
    no_call_yet: en "No call yet", de "Noch kein Aufruf";
    the_custom_code_of_this_connector_runs:
        en "The custom code of this connector runs in Power Platform, not in a test call: the request is sent without it.",
        de "Der eigene Code dieses Connectors läuft in der Power Platform, nicht in einem Testaufruf: Die Anfrage wird ohne ihn gesendet.";
    the_connection_works: en "The connection works.", de "Die Verbindung funktioniert.";
    test_connection: en "Test connection", de "Verbindung testen";
    the_service_answered_with_check_what_was(status, reason):
        en "The service answered with {status} {reason}. Check what was entered for the connection.",
        de "Der Dienst hat mit {status} {reason} geantwortet. Prüfen Sie, was für die Verbindung eingegeben wurde.";
    write_as_json: en "Write as JSON", de "Als JSON schreiben";
    write_every_member: en "Write every member", de "Alle Eigenschaften schreiben";
    the_service_offers_no_choices: en "The service offers no choices.", de "Der Dienst bietet keine Auswahl.";
    load_the_choices: en "Load the choices", de "Auswahl laden";
    take_the_file_back: en "Take the file back", de "Datei zurücknehmen";
    choose_a_file: en "Choose a file", de "Datei wählen";
    the_operation_asks_for_nothing:
        en "The operation asks for nothing.",
        de "Die Operation fragt nach nichts.";
    it_may_have_other_members_too_write:
        en "It may have other members, too: write them as JSON.",
        de "Es darf auch andere Eigenschaften haben: Schreiben Sie sie als JSON.";
    add_an_item: en "Add an item", de "Element hinzufügen";
    try_the_likely_variants: en "Try the likely variants", de "Wahrscheinliche Varianten versuchen";
    what_worked_and_stays_with_this_connection:
        en "What worked, and stays with this connection: ",
        de "Was ging und bei dieser Verbindung bleibt: ";
    write_it_into_the_connector: en "Write it into the connector", de "In den Connector schreiben";
    how_signing_in_went: en "How signing in went", de "Wie die Anmeldung verlief";
    what_was_sent_and_answered: en "What was sent and answered", de "Was gesendet und geantwortet wurde";
    list_has_more(count, most):
        en "The list has {count} items: write those after the first {most} as JSON.",
        de "Die Liste hat {count} Elemente: Schreiben Sie, was nach den ersten {most} kommt, als JSON.";
    providers_differ(manner):
        en "Providers differ in what they want. With your consent Tenon signs in once more and asks in other manners, one after the other; next with {manner}.",
        de "Anbieter wollen Verschiedenes. Mit Ihrer Zustimmung meldet sich Tenon noch einmal an und fragt nacheinander auf andere Arten; als Nächstes mit {manner}.";
    the_authorization_url_does_not_open:
        en "The browser does not open the authorization URL. Check it in the Security step.",
        de "Der Browser öffnet die Autorisierungs-URL nicht. Prüfen Sie sie im Schritt „Sicherheit“.";
    sign_in: en "Sign in", de "Anmelden";
    sign_in_again: en "Sign in again", de "Erneut anmelden";
    sign_in_in_the_manner_that_works: en "Sign in in the manner that works", de "Auf die Art anmelden, die funktioniert";
    create_and_sign_in: en "Create and sign in", de "Anlegen und anmelden";
    choices_for(title): en "Choices for {title}", de "Auswahl für {title}";
    choose_a_value: en "Choose a value", de "Wert auswählen";
    it_answered(operation, status, reason):
        en "The operation “{operation}” answered {status} {reason}. Its run tells more.",
        de "Die Operation „{operation}“ antwortete mit {status} {reason}. Mehr steht in ihrer Ausführung.";
    operation_was_not_called(operation, reason):
        en "The operation “{operation}” gave no answer: {reason}",
        de "Die Operation „{operation}“ gab keine Antwort: {reason}";
    answer_is_too_long(operation):
        en "The answer of the operation “{operation}” is too long to be read here. Write the value by hand.",
        de "Die Antwort der Operation „{operation}“ ist zu lang, um hier gelesen zu werden. Schreiben Sie den Wert von Hand.";
    answer_is_no_json(operation):
        en "The answer of the operation “{operation}” is no JSON. Its run tells more.",
        de "Die Antwort der Operation „{operation}“ ist kein JSON. Mehr steht in ihrer Ausführung.";
    load_the_fields: en "Load the fields", de "Felder laden";
    load_the_fields_again: en "Load the fields again", de "Felder neu laden";
    fields_of(title): en "Fields of {title}", de "Felder von {title}";
    an_operation_supplies_the_fields:
        en "Another operation supplies the fields. Without them, write JSON.",
        de "Eine andere Operation liefert die Felder. Schreiben Sie ohne sie JSON.";
    the_fields_are_for_other_values:
        en "These fields were loaded for other values. Load them again to have those for the present ones.",
        de "Diese Felder wurden für andere Werte geladen. Laden Sie sie neu, um die für die jetzigen zu haben.";
    there_are_no_fields:
        en "The service says that there are no fields.",
        de "Der Dienst sagt, dass es keine Felder gibt.";
    references_lead_nowhere(names):
        en "The schema refers to what is nowhere: {names}. Write such values as JSON.",
        de "Das Schema verweist auf etwas, das es nicht gibt: {names}. Schreiben Sie solche Werte als JSON.";
    other_members_stay(names):
        en "Not among the fields, and sent as it stands: {names}.",
        de "Nicht unter den Feldern und wird gesendet, wie es dasteht: {names}.";
    pick_in_the_tree: en "Pick in the tree", de "Im Baum wählen";
    load_the_tree_again: en "Load the tree again", de "Baum neu laden";
    tree_for(title): en "Tree for {title}", de "Baum für {title}";
    the_tree_is_for_other_values:
        en "This tree was loaded for other values. Load it again to have that for the present ones.",
        de "Dieser Baum wurde für andere Werte geladen. Laden Sie ihn neu, um den für die jetzigen zu haben.";
    there_is_nothing_in_the_tree: en "There is nothing in the tree.", de "Im Baum ist nichts.";
    the_tree_is_not_opened:
        en "The definition does not say how the tree is opened. Write the value by hand, or mend the definition.",
        de "Die Definition sagt nicht, wie der Baum geöffnet wird. Schreiben Sie den Wert von Hand, oder berichtigen Sie die Definition.";
    nothing_in_it: en "Nothing in it", de "Nichts darin";
    items_are_left_out(count):
        en "Not shown: {count} more. Write the value by hand.",
        de "Nicht gezeigt: {count} weitere. Schreiben Sie den Wert von Hand.";
    picked(title): en "Picked: {title}", de "Gewählt: {title}";
    not_opened(title, reason): en "{title}: {reason}", de "{title}: {reason}";
    file_unreadable:
        en "The file cannot be read (any more). Choose it again.",
        de "Die Datei lässt sich nicht (mehr) lesen. Wählen Sie sie noch einmal.";
    bytes(count): en "{count} bytes", de "{count} Bytes";
    one_item_in_each_line: en "One item in each line.", de "Ein Eintrag je Zeile.";
    not_sent: en "(not sent)", de "(nicht gesendet)";
    such_as_a_time(hint):
        en "{hint} Such as 2026-01-31T09:30:00Z.",
        de "{hint} Etwa 2026-01-31T09:30:00Z.";
    add(title): en "Add {title}", de "{title} hinzufügen";
    leave_out(title): en "Leave {title} out", de "{title} weglassen";
    item(number): en "Item {number}", de "Eintrag {number}";
    remove_item(number): en "Remove item {number}", de "Eintrag {number} entfernen";
    is_required(label): en "{label} is required. Enter a value.", de "{label} ist erforderlich. Geben Sie einen Wert ein.";
    files_too_large(bound):
        en "The files of a call may have {bound} MiB together. Choose a smaller one.",
        de "Die Dateien eines Aufrufs dürfen zusammen {bound} MiB haben. Wählen Sie eine kleinere.";
    body_is_no_json(line, column):
        en "The body is not JSON: line {line}, column {column}. Mend it there, or empty the field to send no body.",
        de "Der Textkörper ist kein JSON: Zeile {line}, Spalte {column}. Berichtigen Sie ihn dort, oder leeren Sie das Feld, um keinen zu senden.";
    send_anyway: en "Send anyway", de "Trotzdem senden";
    values_are_not_as_defined:
        en "Some values are not as the definition says. Mend them, or send them to see what the service answers.",
        de "Einige Werte sind nicht so, wie die Definition sagt. Berichtigen Sie sie, oder senden Sie sie, um zu sehen, was der Dienst antwortet.";
    required: en "Required. Enter a value.", de "Erforderlich. Geben Sie einen Wert ein.";
    fine: en "Fine", de "Gut";
    failed: en "Failed", de "Fehlgeschlagen";
    waiting_for_the_answer: en "Waiting for the answer", de "Warten auf die Antwort";
    waiting_for_the_answer_s(seconds):
        en "Waiting for the answer · {seconds} s",
        de "Warten auf die Antwort · {seconds} s";
    the_call_was_cancelled: en "The call was cancelled", de "Der Aufruf wurde abgebrochen";
    the_service_may_have_received_it:
        en "The service may have received it all the same. What was sent stands below Runs.",
        de "Der Dienst kann ihn trotzdem bekommen haben. Was gesendet wurde, steht unter Ausführungen.";
}
