//! Texts of the palette and the names of commands.

crate::texts::texts! {
    everywhere: en "Everywhere", de "Überall";
    look: en "Look", de "Aussehen";
    the_open_connector: en "The open connector", de "Der offene Connector";
    steps_of_the_designer: en "Steps of the designer", de "Schritte des Designers";
    light_theme: en "Light theme", de "Helles Farbschema";
    dark_theme: en "Dark theme", de "Dunkles Farbschema";
    theme_as_the_system: en "Theme as the system", de "Farbschema wie das System";
    undo: en "Undo", de "Rückgängig";
    redo: en "Redo", de "Wiederholen";
    edits_of_this_sitting: en "Edits of this sitting", de "Änderungen dieser Sitzung";
    recent: en "Recent", de "Zuletzt benutzt";
    commands: en "Commands", de "Befehle";
    single_keys: en "Single keys", de "Einzelne Tasten";
    keys_without_ctrl_or_cmd_work_wherever:
        en "Keys without Ctrl or Cmd work wherever nothing is being written.",
        de "Tasten ohne Strg oder Cmd wirken überall, wo nichts geschrieben wird.";
    search_connectors_operations_and_commands:
        en "Search connectors, operations and commands",
        de "Connectors, Operationen und Befehle suchen";
    what_was_found: en "What was found", de "Gefundenes";
    the_connectors_could_not_be_searched(error):
        en "The connectors could not be searched. {error}",
        de "Die Connectors konnten nicht durchsucht werden. {error}";
    n_1_found: en "1 found", de "1 gefunden";
    found(count): en "{count} found", de "{count} gefunden";
    operations_are_those_of_the_open_connector:
        en "Operations are those of the open connector.",
        de "Die Operationen sind die des offenen Connectors.";
    open_a_connector_to_find_its_operations:
        en "Open a connector to find its operations here.",
        de "Öffnen Sie einen Connector, um hier seine Operationen zu finden.";
    choose: en " choose ", de " wählen ";
    go: en " go ", de " öffnen ";
    close: en " close", de " schließen";
    searching: en "Searching …", de "Wird gesucht …";
    nothing_is_called(words): en "Nothing is called “{words}”", de "Nichts heißt „{words}“";
    write_less_of_it_or_only_the:
        en "Write less of it, or only the first letters of its words.",
        de "Geben Sie weniger davon ein, oder nur die Anfangsbuchstaben der Wörter.";
    switch_environment: en "Switch environment", de "Umgebung wechseln";
}
