//! Texts of the app that the server alone says.

crate::texts::texts! {
    no_file_came: en "No file came with the form. Choose one.", de "Mit dem Formular kam keine Datei. Wählen Sie eine.";
    choice_unreadable(reason):
        en "What was chosen cannot be read: {reason}. Choose again.",
        de "Was gewählt wurde, ist nicht lesbar: {reason}. Wählen Sie noch einmal.";
    upload_broke_off(reason):
        en "The upload broke off: {reason}. Choose the file again.",
        de "Das Hochladen brach ab: {reason}. Wählen Sie die Datei noch einmal.";
    file_too_large(name, mebibytes):
        en "{name} is larger than {mebibytes} MiB, the most that can be imported.",
        de "{name} ist größer als {mebibytes} MiB, das Höchste, was importiert werden kann.";
    too_many_chosen:
        en "More operations are chosen than can be named at once. Choose all of them, or fewer.",
        de "Es sind mehr Operationen gewählt, als sich auf einmal nennen lassen. Wählen Sie alle oder weniger.";
    made_outside_a_request:
        en "The page was made outside a request. Report this with the request id.",
        de "Die Seite entstand außerhalb einer Anfrage. Melden Sie das mit der Anfrage-ID.";
}
