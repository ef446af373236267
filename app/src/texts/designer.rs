//! Texts of the designer outside its steps.

crate::texts::texts! {
    unsaved_changes(count): en "{count} unsaved changes", de "{count} ungespeicherte Änderungen";
    one_unsaved_change: en "1 unsaved change", de "1 ungespeicherte Änderung";
    everything_is_saved: en "Everything is saved", de "Alles ist gespeichert";
    change(label): en "Change {label}", de "Ändern: {label}";
    the_server_cannot_be_reached: en "the server cannot be reached", de "der Server ist nicht erreichbar";
    the_unsaved_changes_could_not_be_brought:
        en "The unsaved changes could not be brought back.",
        de "Die ungespeicherten Änderungen ließen sich nicht zurückholen.";
    some_unsaved_changes_did_not_fit_any:
        en "Some unsaved changes did not fit any more and were left out.",
        de "Einige ungespeicherte Änderungen passten nicht mehr und wurden weggelassen.";
    unsaved_changes_of_another_window_of_yours:
        en "Unsaved changes of another window of yours were brought in.",
        de "Ungespeicherte Änderungen aus einem anderen Ihrer Fenster wurden übernommen.";
    none: en "None", de "Keine";
    important: en "Important", de "Wichtig";
    advanced: en "Advanced", de "Erweitert";
    internal: en "Internal", de "Intern";
    path: en "Path", de "Pfad";
    query: en "Query", de "Abfrage";
    header: en "Header", de "Header";
    body: en "Body", de "Body";
    form: en "Form", de "Formular";
    update: en "Update", de "Aktualisieren";
    version_saved(version): en "Version {version} · saved", de "Version {version} · gespeichert";
    version_1_unsaved_change(version):
        en "Version {version} · 1 unsaved change",
        de "Version {version} · 1 ungespeicherte Änderung";
    version_unsaved_changes(version, count):
        en "Version {version} · {count} unsaved changes",
        de "Version {version} · {count} ungespeicherte Änderungen";
    saving: en "Saving …", de "Wird gespeichert …";
    not_saved: en "Not saved", de "Nicht gespeichert";
    draft_kept(at): en "Draft kept {at}", de "Entwurf behalten {at}";
    draft_kept_in_this_browser_only(reason):
        en "Draft kept in this browser only: {reason}",
        de "Entwurf nur in diesem Browser behalten: {reason}";
    draft_kept_in_this_browser_only_another:
        en "Draft kept in this browser only: another window of yours changed the same.",
        de "Entwurf nur in diesem Browser behalten: Ein anderes Ihrer Fenster hat dasselbe geändert.";
    draft_not_kept_save_before_you_close(reason):
        en "Draft not kept: {reason}. Save before you close this page.",
        de "Entwurf nicht behalten: {reason}. Speichern Sie, bevor Sie diese Seite schließen.";
    compare: en "Compare", de "Vergleichen";
    edits: en "Edits", de "Änderungen";
    edits_of_this_sitting: en "Edits of this sitting", de "Änderungen dieser Sitzung";
    close_edits: en "Close edits", de "Änderungen schließen";
    edits_the_last_one_first: en "Edits, the last one first", de "Änderungen, die letzte zuerst";
    saved: en "Saved", de "Gespeichert";
    undone: en "Undone", de "Rückgängig gemacht";
    as_it_was_opened: en "As it was opened", de "Wie geöffnet";
    there_is_no_such_step_choose_one:
        en "There is no such step. Choose one of the steps above.",
        de "Diesen Schritt gibt es nicht. Wählen Sie oben einen der Schritte.";
    bring_them_back: en "Bring them back", de "Zurückholen";
    discard_them: en "Discard them", de "Verwerfen";
    close_the_notice: en "Close the notice", de "Hinweis schließen";
    saved_as_version_together_with_changes_of(version):
        en "Saved as version {version}, together with changes of others.",
        de "Als Version {version} gespeichert, zusammen mit Änderungen anderer.";
    saved_as_version(version): en "Saved as version {version}.", de "Als Version {version} gespeichert.";
    not_saved_2: en "Not saved.", de "Nicht gespeichert.";
    text(label, error): en "{label}: {error}", de "{label}: {error}";
    text_2(done, label): en "{done}: {label}", de "{done}: {label}";
    the_stored_connector_cannot_be_read(error):
        en "The stored connector cannot be read: {error}.",
        de "Der gespeicherte Connector ist nicht lesbar: {error}.";
    of(count, longest_name): en "{count} of {longest_name}", de "{count} von {longest_name}";
    change_name: en "Change name", de "Namen ändern";
    name_of_the_connector: en "Name of the connector", de "Name des Connectors";
    steps: en "Steps", de "Schritte";
    next_step(label): en "Next step: {label}", de "Nächster Schritt: {label}";
    nothing_to(verb): en "Nothing to {verb}", de "Nichts für „{verb}“";
    action(verb, action): en "{verb}: {action}", de "{verb}: {action}";
    undo: en "Undo", de "Rückgängig";
    redo: en "Redo", de "Wiederholen";
    redone: en "Redone", de "Wiederholt";
    one_brought_back:
        en "1 unsaved change of yours was brought back.",
        de "1 ungespeicherte Änderung von Ihnen wurde zurückgeholt.";
    one_discarded:
        en "1 unsaved change of yours was discarded.",
        de "1 ungespeicherte Änderung von Ihnen wurde verworfen.";
    some_brought_back(count):
        en "{count} unsaved changes of yours were brought back.",
        de "{count} ungespeicherte Änderungen von Ihnen wurden zurückgeholt.";
    some_discarded(count):
        en "{count} unsaved changes of yours were discarded.",
        de "{count} ungespeicherte Änderungen von Ihnen wurden verworfen.";
    one_brought_back_from(time):
        en "1 unsaved change of yours from {time} was brought back.",
        de "1 ungespeicherte Änderung von Ihnen von {time} wurde zurückgeholt.";
    one_discarded_from(time):
        en "1 unsaved change of yours from {time} was discarded.",
        de "1 ungespeicherte Änderung von Ihnen von {time} wurde verworfen.";
    some_brought_back_from(count, time):
        en "{count} unsaved changes of yours from {time} were brought back.",
        de "{count} ungespeicherte Änderungen von Ihnen von {time} wurden zurückgeholt.";
    some_discarded_from(count, time):
        en "{count} unsaved changes of yours from {time} were discarded.",
        de "{count} ungespeicherte Änderungen von Ihnen von {time} wurden verworfen.";
}
