//! Texts of a call: what was sent, what came back.

crate::texts::texts! {
    as_the_definition_says: en "As the definition says", de "Wie in der Definition";
    place: en "Place", de "Ort";
    what_is_not_as_the_definition_says:
        en "What is not as the definition says",
        de "Was anders ist als in der Definition";
    against_the_definition: en "Against the definition", de "Gegenüber der Definition";
    status: en "Status", de "Status";
    content_type: en "Content type", de "Inhaltstyp";
    header(name): en "Header {name}", de "Header {name}";
    body: en "Body", de "Body";
    other_operations_that_refer_to_change_with(names):
        en "Other operations that refer to {names} change with it.",
        de "Andere Operationen, die auf {names} verweisen, ändern sich mit.";
    it_is_for_you_to_decide_what(rest):
        en "{rest}: it is for you to decide what the definition says there.",
        de "{rest}: Was die Definition dort sagt, müssen Sie entscheiden.";
    the_schema_was_changed_to_fit_undo:
        en "The schema was changed to fit. Undo takes it back.",
        de "Das Schema wurde angepasst. „Rückgängig“ nimmt es zurück.";
    make_the_schema_fit: en "Make the schema fit", de "Schema anpassen";
    what_is_described_stays_what_the_response:
        en "What is described stays; what the response shows is added. ",
        de "Was beschrieben ist, bleibt; was die Antwort zeigt, kommt dazu. ";
    made_with_the_connection(name, owner):
        en "Made with the connection “{name}”, which {owner} shares.",
        de "Mit der Verbindung „{name}“ gemacht, die {owner} teilt.";
    copy_as_curl: en "Copy as cURL", de "Als cURL kopieren";
    curl_with_secrets: en "cURL with secrets", de "cURL mit Geheimnissen";
    the_command_holds_the_credentials_of_your:
        en "The command holds the credentials of your connection: whoever has it can call the service as you.",
        de "Der Befehl enthält die Anmeldedaten Ihrer Verbindung: Wer ihn hat, kann den Dienst in Ihrem Namen aufrufen.";
    command_line: en "Command line", de "Befehlszeile";
    the_call_was_not_made: en "The call was not made", de "Der Aufruf fand nicht statt";
    response: en "Response", de "Antwort";
    a_policy_failed_on_the_response:
        en "A policy failed on the response",
        de "Eine Richtlinie ist an der Antwort gescheitert";
    the_body_could_not_be_read:
        en "The body of the response could not be read",
        de "Der Textkörper der Antwort ließ sich nicht lesen";
    response_without_its_body:
        en "Response without its body",
        de "Antwort ohne ihren Textkörper";
    response_as_the_service_sent_it:
        en "Response as the service sent it",
        de "Antwort, wie der Dienst sie gesendet hat";
    schema_needs_no_change:
        en "The schema needs no change.",
        de "Am Schema muss nichts geändert werden.";
    no_change_of_the_schema_helps:
        en "No change of the schema alone makes this fit: change the response in the Definition step, or have the service mended.",
        de "Keine Änderung des Schemas allein hilft hier: Ändern Sie die Antwort im Schritt „Definition“, oder lassen Sie den Dienst berichtigen.";
    whole_body_is_of_another_kind:
        en "The whole body is of another kind than the definition says. A schema has one type, so the type goes and later steps get the body as a whole. ",
        de "Der ganze Body ist von anderer Art, als die Definition sagt. Ein Schema hat einen Typ; er entfällt, und spätere Schritte bekommen den Body als Ganzes. ";
    no_response: en "No response", de "Keine Antwort";
    the_poll_found_1_item: en "The poll found 1 item.", de "Die Abfrage fand 1 Element.";
    the_poll_found_items(count): en "The poll found {count} items.", de "Die Abfrage fand {count} Elemente.";
    the_first_poll_finds_only_what_is:
        en " The first poll finds only what is there already, and starts no flow.",
        de " Die erste Abfrage findet nur, was schon da ist, und startet keinen Flow.";
    the_next_poll_asks: en "The next poll asks ", de "Die nächste Abfrage fragt ";
    the_next_page_of_this_poll_is:
        en "The next page of this poll is ",
        de "Die nächste Seite dieser Abfrage ist ";
    the_poll_could_not_be_read: en "The poll could not be read", de "Die Abfrage war nicht lesbar";
    the_response_has_no_body: en "The response has no body.", de "Die Antwort hat keinen Body.";
    body_of_the_response: en "Body of the response", de "Body der Antwort";
    the_rest_of_the_body_is_not:
        en "The rest of the body is neither shown nor downloaded.",
        de "Der Rest des Bodys wird weder gezeigt noch heruntergeladen.";
    the_body_is_not_text(content_type):
        en "The body is not text ({content_type}).",
        de "Der Body ist kein Text ({content_type}).";
    the_body_is_not_text_and_has_no_type:
        en "The body is not text, and has no content type.",
        de "Der Body ist kein Text und hat keinen Inhaltstyp.";
    the_body_is_too_long_to_hand_out(size):
        en "It has {size}. Up to 4 MiB can be shown or downloaded.",
        de "Er hat {size}. Bis 4 MiB können gezeigt oder heruntergeladen werden.";
    a_secret_stands_in_the_body:
        en "A secret of the connection stands in it, so it can be neither shown nor downloaded.",
        de "Ein Geheimnis der Verbindung steht darin. Darum kann er weder gezeigt noch heruntergeladen werden.";
    the_body_is_packed:
        en "It is packed, and secrets of the connection would not be found in it, so it can be neither shown nor downloaded.",
        de "Er ist gepackt, und Geheimnisse der Verbindung würden darin nicht gefunden. Darum kann er weder gezeigt noch heruntergeladen werden.";
    the_run_does_not_keep_the_body:
        en "Only its type and size are kept: a run keeps bodies that are not text up to 64 KiB.",
        de "Nur Typ und Größe sind behalten: Eine Ausführung behält Bodys, die kein Text sind, bis 64 KiB.";
    image_in_the_response(content_type):
        en "Image in the response ({content_type})",
        de "Bild in der Antwort ({content_type})";
    width_and_height(width, height):
        en "{width} × {height} pixels",
        de "{width} × {height} Pixel";
    the_browser_cannot_show_the_image:
        en "The browser cannot show this image. It may be damaged.",
        de "Der Browser kann dieses Bild nicht zeigen. Vielleicht ist es beschädigt.";
    download: en "Download", de "Herunterladen";
    download_file(name): en "Download {name}", de "Herunterladen: {name}";
    redirects: en "Redirects", de "Weiterleitungen";
    the_verb_stays(verb): en "{verb} stays {verb}.", de "{verb} bleibt {verb}.";
    the_verb_changes(before, after): en "{before} becomes {after}.", de "Aus {before} wird {after}.";
    there_was_no_body_to_send_on: en "There was no body.", de "Einen Body gab es nicht.";
    the_body_is_sent_on: en "The body is sent on.", de "Der Body wird weitergesendet.";
    the_body_is_not_sent_on: en "The body is not sent on.", de "Der Body wird nicht weitergesendet.";
    no_header_carried_credentials:
        en "No header carried credentials.",
        de "Kein Header trug Anmeldedaten.";
    the_credentials_are_sent_on:
        en "The headers with credentials are sent on, as it is the same scheme, host and port.",
        de "Die Header mit Anmeldedaten werden weitergesendet, denn Schema, Host und Port sind dieselben.";
    the_credentials_are_not_sent_on:
        en "The headers with credentials are not sent on, as it is another scheme, host or port.",
        de "Die Header mit Anmeldedaten werden nicht weitergesendet, denn Schema, Host oder Port sind andere.";
    answer_of(url): en "Answer of {url}", de "Antwort von {url}";
    on_the_platform: en "On Power Platform", de "Auf Power Platform";
    request_as_sent: en "Request as sent", de "Anfrage, wie gesendet";
    body_of_the_request: en "Body of the request", de "Body der Anfrage";
    headers: en "Headers (", de "Header (";
    name_looked_up: en "Name looked up", de "Name nachgeschlagen";
    no_new_connection: en "No new connection", de "Keine neue Verbindung";
    connected: en "connected", de "verbunden";
    encrypted: en "encrypted", de "verschlüsselt";
    call_was_not_kept:
        en "This call could not be kept as a run. The log of the server says why.",
        de "Dieser Aufruf konnte nicht als Ausführung gespeichert werden. Das Protokoll des Servers sagt, warum.";
    response_begun: en "response begun", de "Antwort begonnen";
    body_read: en "body read", de "Body gelesen";
    policies: en "Policies", de "Richtlinien";
    nothing_changed: en "Nothing changed", de "Nichts geändert";
    applied: en "Applied", de "Angewandt";
    skipped: en "Skipped", de "Übersprungen";
    failed: en "Failed", de "Gescheitert";
    part: en "Part", de "Teil";
    before: en "Before", de "Vorher";
    after: en "After", de "Nachher";
    verb: en "Verb", de "Verb";
    url: en "URL", de "URL";
    status_of_the_connection: en "Status of the connection", de "Status der Verbindung";
    not_there: en "not there", de "nicht da";
    one_note: en "1 note", de "1 Hinweis";
    notes(count): en "{count} notes", de "{count} Hinweise";
    one_error: en "1 error", de "1 Fehler";
    errors(count): en "{count} errors", de "{count} Fehler";
    one_error_stays: en "1 error stays", de "1 Fehler bleibt";
    errors_stay(count): en "{count} errors stay", de "{count} Fehler bleiben";
    and_more(count): en "And {count} more.", de "Und {count} weitere.";
    token_was_renewed:
        en "The service did not take the token, so it was renewed and the call was made again.",
        de "Der Dienst nahm das Token nicht an. Es wurde erneuert und der Aufruf wiederholt.";
}
