//! Texts of updating a connector from a source.

crate::texts::texts! {
    what_the_update_comes_to: en "What the update comes to", de "Was die Aktualisierung ergibt";
    compare_with_the_connector: en "Compare with the connector", de "Mit dem Connector vergleichen";
    source: en "Source", de "Quelle";
    both_sides_changed_these_files_of_the(names):
        en "Both sides changed these files of the package; those of the source are taken: {names}.",
        de "Beide Seiten haben diese Dateien des Pakets geändert; die der Quelle werden genommen: {names}.";
    keep_all_mine: en "Keep all mine", de "Alle eigenen behalten";
    take_all_of_the_source: en "Take all of the source", de "Alle der Quelle nehmen";
    preview_the_result: en "Preview the result", de "Ergebnis ansehen";
    what_changes_in_the_connector: en "What changes in the connector", de "Was sich im Connector ändert";
    compared_with_version(version):
        en "Compared with version {version}",
        de "Verglichen mit Version {version}";
    the_update_is_kept_as_version(version):
        en "The update is kept as version {version}.",
        de "Die Aktualisierung ist als Version {version} gespeichert.";
    keep_as_a_new_version: en "Keep as a new version", de "Als neue Version behalten";
    you_and_the_source_changed_it:
        en "You and the source changed it",
        de "Sie und die Quelle haben es geändert";
    it_differs_from_the_source: en "It differs from the source", de "Es weicht von der Quelle ab";
    changed_both_here_and_in_the_source:
        en "changed both here and in the source",
        de "hier und in der Quelle geändert";
    not_the_same_here_and_in_the:
        en "not the same here and in the source",
        de "hier und in der Quelle nicht gleich";
    your_changes_and_those_of_the_source:
        en "Your changes and those of the source go together without a question.",
        de "Ihre Änderungen und die der Quelle passen ohne Rückfrage zusammen.";
    n_1_thing_is_choose_what_stands_nothing(what):
        en "1 thing is {what}. Choose what stands; nothing is kept until then.",
        de "1 Sache ist {what}. Wählen Sie, was gilt; bis dahin wird nichts behalten.";
    things_are_choose_what_stands_nothing_is(count, what):
        en "{count} things are {what}. Choose what stands; nothing is kept until then.",
        de "{count} Sachen sind {what}. Wählen Sie, was gilt; bis dahin wird nichts behalten.";
    drop_the_file_to_compare_it: en "Drop the file to compare it", de "Datei zum Vergleichen ablegen";
    update(title): en "Update {title}", de "{title} aktualisieren";
    back_to_the_connector: en "Back to the connector", de "Zurück zum Connector";
    last_imported_from: en "Last imported from ", de "Zuletzt importiert aus ";
    what_you_changed_since_stays_what_the:
        en ". What you changed since stays; what the source changed comes in; where both changed the same, you choose.",
        de ". Was Sie seitdem geändert haben, bleibt; was die Quelle geändert hat, kommt dazu; wo beide dasselbe geändert haben, wählen Sie.";
    this_connector_did_not_come_from_an:
        en "This connector did not come from an import that Tenon remembers, so each thing that differs from the new source is shown for you to choose. The next update will know what the source changed.",
        de "Dieser Connector stammt nicht aus einem Import, an den sich Tenon erinnert. Deshalb sehen Sie alles, was von der neuen Quelle abweicht, zur Auswahl. Die nächste Aktualisierung weiß dann, was die Quelle geändert hat.";
    file: en "File", de "Datei";
    choose_a_file: en "Choose a file", de "Datei wählen";
    a_document_a_collection_or_a_package:
        en "A document, a collection or a package. You see what changes before anything is kept.",
        de "Ein Dokument, eine Sammlung oder ein Paket. Sie sehen, was sich ändert, bevor etwas behalten wird.";
    choose_another_source: en "Choose another source", de "Andere Quelle wählen";
}
