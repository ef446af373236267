//! Texts of the list of runs.

crate::texts::texts! {
    id: en "id", de "Ausführung";
    about_the_run: en "About the run", de "Über die Ausführung";
    result: en "Result", de "Ergebnis";
    by: en "By", de "Von";
    when: en "When", de "Wann";
    run_again: en "Run again", de "Noch einmal ausführen";
    with_the_newest_version_and_the_same:
        en "With the newest version and the same connection.",
        de "Mit der neuesten Version und derselben Verbindung.";
    no_response_to_this_version_was_kept:
        en "No response to this version was kept yet.",
        de "Zu dieser Version ist noch keine Antwort gespeichert.";
    what_came_back_against_version:
        en ": what came back, against version ",
        de ": was zurückkam, gegenüber Version ";
    as_defined(answers): en "{answers} as defined", de "{answers} wie definiert";
    of_not_as_defined(count, answers):
        en "{count} of {answers} not as defined",
        de "{count} von {answers} nicht wie definiert";
    status(status): en "Status {status}", de "Status {status}";
    content_type: en "Content type", de "Inhaltstyp";
    header(name): en "Header {name}", de "Header {name}";
    body: en "Body", de "Body";
    all: en "All", de "Alle";
    succeeded: en "Succeeded", de "Erfolgreich";
    failed: en "Failed", de "Gescheitert";
    not_as_the_definition_says: en "Not as the definition says", de "Nicht wie in der Definition";
    search_the_runs: en "Search the runs", de "Ausführungen suchen";
    search_operation_or_url: en "Search operation or URL", de "Operation oder URL suchen";
    search: en "Search", de "Suchen";
    which_runs: en "Which runs", de "Welche Ausführungen";
    older_runs: en "Older runs", de "Ältere Ausführungen";
    newest_runs: en "Newest runs", de "Neueste Ausführungen";
    each_test_call_is_kept_here_who:
        en "Each test call is kept here: who made it, what was sent and what came back. Open a connector and go to its Test step to make the first.",
        de "Jeder Testaufruf wird hier gespeichert: wer ihn machte, was gesendet wurde und was zurückkam. Öffnen Sie einen Connector und gehen Sie zum Schritt „Test“, um den ersten zu machen.";
    no_runs_yet: en "No runs yet", de "Noch keine Ausführungen";
    no_run_fits_these_filters: en "No run fits these filters.", de "Keine Ausführung passt zu diesen Filtern.";
    time: en "Time", de "Dauer";
    not_as_defined: en "Not as defined", de "Nicht wie definiert";
    policy_failed(status): en "{status}, policy failed", de "{status}, Richtlinie gescheitert";
    no_response: en "No response", de "Keine Antwort";
    not_sent: en "Not sent", de "Nicht gesendet";
    with_unsaved_changes(version):
        en "{version} with unsaved changes",
        de "{version} mit ungespeicherten Änderungen";
    and_more_places(count): en "And {count} more places.", de "Und {count} weitere Stellen.";
    run: en "Run", de "Ausführung";
}
