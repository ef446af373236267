//! Texts of saving what others changed meanwhile.

crate::texts::texts! {
    another_window_of_yours_changed_the_same:
        en "Another window of yours changed the same",
        de "Ein anderes Ihrer Fenster hat dasselbe geändert";
    somebody_else_saved_meanwhile:
        en "Somebody else saved meanwhile",
        de "Jemand anderes hat inzwischen gespeichert";
    save_with_these_choices: en "Save with these choices", de "Mit dieser Auswahl speichern";
    go_on_with_these_choices: en "Go on with these choices", de "Mit dieser Auswahl weiter";
    take_all_mine: en "Take all mine", de "Alle eigenen nehmen";
    not_now: en "Not now", de "Nicht jetzt";
    somebody: en "Somebody", de "Jemand";
    choose_what_stands_where_both_windows:
        en "Choose what stands where both windows changed the same. Nothing is changed until then.",
        de "Wählen Sie, was gilt, wo beide Fenster dasselbe geändert haben. Bis dahin wird nichts geändert.";
    goes_together_without_a_question(count):
        en "Goes together without a question ({count})",
        de "Passt ohne Rückfrage zusammen ({count})";
    mine: en "Mine", de "Eigene";
    preview_the_result: en "Preview the result", de "Ergebnis ansehen";
    the_result: en "The result", de "Das Ergebnis";
    compared_with_version(version):
        en "Compared with version {version}:",
        de "Verglichen mit Version {version}:";
    place(to): en "place {to}", de "Platz {to}";
    before: en "Before", de "Vorher";
    result: en "Result", de "Ergebnis";
    parameter(name, location): en "Parameter {name} ({location})", de "Parameter {name} ({location})";
    item(index): en "Item {index}", de "Element {index}";
    description: en "Description", de "Beschreibung";
    summary: en "Summary", de "Zusammenfassung";
    operation_id: en "Operation ID", de "Operation-ID";
    visibility: en "Visibility", de "Sichtbarkeit";
    host: en "Host", de "Host";
    base_url: en "Base URL", de "Basis-URL";
    scheme: en "Scheme", de "Schema der URL";
    brand_colour: en "Brand colour", de "Markenfarbe";
    default: en "Default", de "Standardwert";
    required: en "Required", de "Erforderlich";
    type_: en "Type", de "Typ";
    format: en "Format", de "Format";
    responses: en "Responses", de "Antworten";
    schema: en "Schema", de "Schema";
    connection_parameters: en "Connection parameters", de "Verbindungsparameter";
    policies: en "Policies", de "Richtlinien";
    yes: en "yes", de "ja";
    no: en "no", de "nein";
    theirs: en "Theirs", de "Fremde";
    other_window: en "Other window", de "Anderes Fenster";
    mine_and_theirs(mine, theirs): en "{mine} mine, {theirs} theirs", de "{mine} eigene, {theirs} fremde";
    mine_and_other_window(mine, theirs):
        en "{mine} mine, {theirs} other window",
        de "{mine} eigene, {theirs} aus dem anderen Fenster";
    take_all_theirs: en "Take all theirs", de "Alle fremden nehmen";
    take_all_of_the_other_window: en "Take all of the other window", de "Alle des anderen Fensters nehmen";
    saved_version(who, version):
        en "{who} saved version {version}. Choose what stands where you both changed the same. Nothing is saved until then.",
        de "{who} hat Version {version} gespeichert. Wählen Sie, was gilt, wo beide dasselbe geändert haben. Bis dahin wird nichts gespeichert.";
}
