//! Texts of the list of runs.

crate::texts::texts! {
    about_the_run: en "About the run", de "Über die Ausführung";
    result: en "Result", de "Ergebnis";
    by: en "By", de "Von";
    when: en "When", de "Wann";
    run_again: en "Run again", de "Noch einmal ausführen";
    with_the_newest_version_and_the_same:
        en "With the newest version and the same connection.",
        de "Mit der neuesten Version und derselben Verbindung.";
    with_the_newest_version: en "With the newest version.", de "Mit der neuesten Version.";
    connection_to_use: en "Connection to use", de "Zu verwendende Verbindung";
    of_owner(name, owner): en "{name} (of {owner})", de "{name} (von {owner})";
    you_have_no_connection: en "You have no connection for this connector.", de "Sie haben keine Verbindung für diesen Connector.";
    make_one_in_the_test_step: en "Make one in the Test step", de "Im Schritt „Test“ eine anlegen";
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
    responses_of_2xx: en "Responses 2xx", de "Antworten 2xx";
    responses_of_3xx: en "Responses 3xx", de "Antworten 3xx";
    responses_of_4xx: en "Responses 4xx", de "Antworten 4xx";
    responses_of_5xx: en "Responses 5xx", de "Antworten 5xx";
    a_policy_failed: en "A policy failed on the response", de "Richtlinie an der Antwort gescheitert";
    cancelled: en "Cancelled", de "Abgebrochen";
    ever: en "Any time", de "Jederzeit";
    last_hour: en "Last hour", de "Letzte Stunde";
    last_24_hours: en "Last 24 hours", de "Letzte 24 Stunden";
    last_7_days: en "Last 7 days", de "Letzte 7 Tage";
    from: en "From", de "Ab";
    until: en "Before", de "Vor";
    person: en "Person", de "Person";
    connection: en "Connection", de "Verbindung";
    any: en "Any", de "Beliebig";
    filters: en "Filters", de "Filter";
    more_filters: en "More filters", de "Weitere Filter";
    show_runs: en "Show runs", de "Ausführungen zeigen";
    clear_all: en "Clear all", de "Alle entfernen";
    remove_the_filter: en "Remove the filter", de "Filter entfernen:";
    deleted_connection(id): en "Deleted ({id})", de "Gelöscht ({id})";
    one_run: en "1 run", de "1 Ausführung";
    many_runs(count): en "{count} runs", de "{count} Ausführungen";
    more_runs_than(count): en "More than {count} runs", de "Mehr als {count} Ausführungen";
    which_runs: en "Which runs", de "Welche Ausführungen";
    older_runs: en "Older runs", de "Ältere Ausführungen";
    newest_runs: en "Newest runs", de "Neueste Ausführungen";
    each_test_call_is_kept_here_who:
        en "Each test call is kept here: who made it, what was sent and what came back. Open a connector and go to its Test step to make the first.",
        de "Jeder Testaufruf wird hier gespeichert: wer ihn machte, was gesendet wurde und was zurückkam. Öffnen Sie einen Connector und gehen Sie zum Schritt „Test“, um den ersten zu machen.";
    no_runs_yet: en "No runs yet", de "Noch keine Ausführungen";
    no_run_fits: en "No run fits", de "Keine Ausführung passt";
    take_a_filter_away:
        en "Take a filter away or search for fewer words. Runs are kept for a time and then deleted.",
        de "Nehmen Sie einen Filter weg, oder suchen Sie nach weniger Wörtern. Ausführungen werden eine Zeit lang behalten und dann gelöscht.";
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
