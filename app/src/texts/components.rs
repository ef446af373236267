//! Texts of the components.

crate::texts::texts! {
    copy(label): en "Copy: {label}", de "Kopieren: {label}";
    nothing_found_write_less: en "Nothing found. Write less.", de "Nichts gefunden. Geben Sie weniger ein.";
    copied: en "Copied", de "Kopiert";
    added: en " added: ", de " hinzugefügt: ";
    end_of_addition: en " end of addition ", de " Ende des Hinzugefügten ";
    removed: en " removed: ", de " entfernt: ";
    end_of_removal: en " end of removal ", de " Ende des Entfernten ";
    try_again: en "Try again", de "Noch einmal versuchen";
    line_column(line, column): en "Line {line}, column {column}", de "Zeile {line}, Spalte {column}";
    line_column_2(file, line, column):
        en "{file}, line {line}, column {column}",
        de "{file}, Zeile {line}, Spalte {column}";
    views(label): en "{label}: views", de "{label}: Ansichten";
    text: en "Text", de "Text";
    tree: en "Tree", de "Baum";
    all: en "All", de "Alles";
    as_a_tree(label): en "{label} as a tree", de "{label} als Baum";
    there_is_no_tree_of_this_text(line, column):
        en "There is no tree of this text, since it is not JSON at line {line}, column {column}. Read it as text.",
        de "Von diesem Text gibt es keinen Baum: In Zeile {line}, Spalte {column} ist er kein JSON. Lesen Sie ihn als Text.";
    n_1_item: en "1 item", de "1 Element";
    items(count): en "{count} items", de "{count} Elemente";
    n_1_member: en "1 member", de "1 Eigenschaft";
    members(count): en "{count} members", de "{count} Eigenschaften";
    text_2(text): en "“{text}”", de "„{text}“";
    is_not_a_whole_number(text): en "“{text}” is not a whole number.", de "„{text}“ ist keine ganze Zahl.";
    is_not_a_whole_number_from_on(text, min):
        en "“{text}” is not a whole number from {min} on.",
        de "„{text}“ ist keine ganze Zahl ab {min}.";
    is_not_a_whole_number_from_to(text, min, max):
        en "“{text}” is not a whole number from {min} to {max}.",
        de "„{text}“ ist keine ganze Zahl von {min} bis {max}.";
    of(done, all): en "{done} of {all}", de "{done} von {all}";
    loading: en "Loading …", de "Wird geladen …";
    notes: en "Notes", de "Hinweise";
    show_more_not_shown(all): en "Show more ({all} not shown)", de "Mehr zeigen ({all} nicht gezeigt)";
}
