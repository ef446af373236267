//! Texts of versions and of what differs between them.

crate::texts::texts! {
    no_difference: en "No difference.", de "Kein Unterschied.";
    n_1_change_and_it_breaks_nothing:
        en "1 change, and it breaks nothing.",
        de "1 Änderung, und sie bricht nichts.";
    changes_and_none_breaks_anything(count):
        en "{count} changes, and none breaks anything.",
        de "{count} Änderungen, und keine bricht etwas.";
    n_1_change_and_it_breaks_what_users:
        en "1 change, and it breaks what users have built.",
        de "1 Änderung, und sie bricht, was Nutzer gebaut haben.";
    changes_1_of_them_breaks_what_users(count):
        en "{count} changes, 1 of them breaks what users have built.",
        de "{count} Änderungen, 1 davon bricht, was Nutzer gebaut haben.";
    changes_of_them_break_what_users_have(count, breaking):
        en "{count} changes, {breaking} of them break what users have built.",
        de "{count} Änderungen, {breaking} davon brechen, was Nutzer gebaut haben.";
    added: en "Added", de "Hinzugefügt";
    removed: en "Removed", de "Entfernt";
    changed: en "Changed", de "Geändert";
    schema(name): en "Schema {name}", de "Schema {name}";
    shared_parameter(name): en "Shared parameter {name}", de "Gemeinsamer Parameter {name}";
    shared_response(name): en "Shared response {name}", de "Gemeinsame Antwort {name}";
    file(name): en "File {name}", de "Datei {name}";
    security: en "Security", de "Sicherheit";
    policies: en "Policies", de "Richtlinien";
    general: en "General", de "Allgemein";
    custom_code: en "Custom code", de "Eigener Code";
    icon: en "Icon", de "Icon";
    old: en "Old", de "Alt";
    new: en "New", de "Neu";
    breaking: en "Breaking", de "Bricht";
    alters_results: en "Alters results", de "Ändert Ergebnisse";
    show_older(count): en "Show {count} older", de "{count} ältere zeigen";
    version(number): en "Version {number}", de "Version {number}";
    compare_version_with_the_one_before(number):
        en "Compare version {number} with the one before",
        de "Version {number} mit der davor vergleichen";
    compare: en "Compare", de "Vergleichen";
    restore_version(number): en "Restore version {number}", de "Version {number} wiederherstellen";
    restore: en "Restore", de "Wiederherstellen";
    and_one_thing_more(text): en "{text} and one thing more", de "{text} und eines mehr";
    and_things_more(text, more): en "{text} and {more} things more", de "{text} und {more} weitere";
    nothing_to_restore_this_is_version_already(wanted):
        en "Nothing to restore: this is version {wanted} already.",
        de "Nichts wiederherzustellen: Das ist schon Version {wanted}.";
    version_is_restored_and_not_saved_yet(wanted):
        en "Version {wanted} is restored and not saved yet. Undo brings back what was there.",
        de "Version {wanted} ist wiederhergestellt und noch nicht gespeichert. „Rückgängig“ bringt zurück, was da war.";
    difference: en "Difference", de "Unterschied";
    unsaved_changes: en "Unsaved changes", de "Ungespeicherte Änderungen";
    older_side: en "Older side", de "Ältere Seite";
    to: en "to", de "bis";
    newer_side: en "Newer side", de "Neuere Seite";
}
