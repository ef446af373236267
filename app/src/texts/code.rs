//! Texts of the step Code.

crate::texts::texts! {
    add_custom_code: en "Add custom code", de "Eigenen Code hinzufügen";
    no_custom_code: en "No custom code", de "Kein eigener Code";
    custom_code_is_c_that_runs_in:
        en "Custom code is C# that runs in Power Platform in place of the plain call, for what policies cannot do. Tenon keeps and exports it; test calls go without it.",
        de "Eigener Code ist C#, das in der Power Platform statt des einfachen Aufrufs läuft, für das, was Richtlinien nicht können. Tenon bewahrt und exportiert ihn; Testaufrufe gehen ohne ihn.";
    change_custom_code: en "Change custom code", de "Eigenen Code ändern";
    remove_custom_code: en "Remove custom code", de "Eigenen Code entfernen";
    custom_code: en "Custom code", de "Eigener Code";
    the_class_is_named_script_and_derives:
        en "The class is named Script and derives from ScriptBase.",
        de "Die Klasse heißt Script und leitet sich von ScriptBase ab.";
    remove_custom_code_2: en "Remove custom code?", de "Eigenen Code entfernen?";
    the_code_is_taken_out_of_the:
        en "The code is taken out of the connector. Undo brings it back.",
        de "Der Code wird aus dem Connector genommen. „Rückgängig“ holt ihn zurück.";
    remove: en "Remove", de "Entfernen";
    choose_operations_of_the_code: en "Choose operations of the code", de "Operationen des Codes wählen";
    the_operations_that_the_code_runs_for:
        en "The operations that the code runs for. None chosen means all of them.",
        de "Die Operationen, für die der Code läuft. Keine gewählt heißt alle.";
}
