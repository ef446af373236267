//! Texts of the step Definition.

crate::texts::texts! {
    verb: en "Verb", de "Verb";
    path: en "Path", de "Pfad";
    such_as_joints_limit_10_names_in:
        en "Such as /joints/{id}?limit=10. Names in braces become path parameters, those after ? query parameters.",
        de "Etwa /joints/{id}?limit=10. Namen in Klammern werden Pfadparameter, die nach ? Abfrageparameter.";
    search_operations: en "Search operations", de "Operationen suchen";
    new_action: en "New action", de "Neue Aktion";
    operations(all): en "{all} operations", de "{all} Operationen";
    of_operations(shown, all): en "{shown} of {all} operations", de "{shown} von {all} Operationen";
    add_action: en "Add action", de "Aktion hinzufügen";
    summary: en "Summary", de "Zusammenfassung";
    what_the_action_does_such_as_list:
        en "What the action does, such as List joints. The operation ID is made of it.",
        de "Was die Aktion tut, etwa „List joints“. Daraus wird die Operation-ID.";
    is_not_in_the_definition_any_more(key):
        en "{key} is not in the definition (any more). Choose one of the list.",
        de "{key} steht nicht (mehr) in der Definition. Wählen Sie eine aus der Liste.";
    no_such_operation: en "No such operation", de "Diese Operation gibt es nicht";
    add_an_action_for_each_thing_that:
        en "Add an action for each thing that the API can do.",
        de "Legen Sie für alles, was die API kann, eine Aktion an.";
    no_operations_yet: en "No operations yet", de "Noch keine Operationen";
    change_visibility: en "Change visibility", de "Sichtbarkeit ändern";
    delete(name): en "Delete {name}", de "{name} löschen";
    give_the_operation_an_id: en "Give the operation an ID.", de "Geben Sie der Operation eine ID.";
    trigger: en "Trigger", de "Trigger";
    action: en "Action", de "Aktion";
    the_name_that_makers_see_in_sentence:
        en "The name that makers see, in sentence case: List joints.",
        de "Der Name, den Maker sehen, als Satzanfang: List joints.";
    description: en "Description", de "Beschreibung";
    a_full_sentence_that_says_what_the:
        en "A full sentence that says what the operation does.",
        de "Ein ganzer Satz, der sagt, was die Operation tut.";
    operation_id: en "Operation ID", de "Operation-ID";
    the_operations_name_for_machines_such_as:
        en "The operation's name for machines, such as ListJoints: letters and digits, unique in the connector.",
        de "Der Name der Operation für Maschinen, etwa ListJoints: Buchstaben und Ziffern, eindeutig im Connector.";
    visibility: en "Visibility", de "Sichtbarkeit";
    important_is_shown_first_advanced_under_more:
        en "Important is shown first, advanced under more options, internal not at all.",
        de "„Wichtig“ wird zuerst gezeigt, „Erweitert“ unter weiteren Optionen, „Intern“ gar nicht.";
    request: en "Request", de "Anfrage";
    change_verb_and_path: en "Change verb and path", de "Verb und Pfad ändern";
    this_parameter_belongs_to_the_path_a:
        en "This parameter belongs to the path: a change applies to all its verbs.",
        de "Dieser Parameter gehört zum Pfad: Eine Änderung gilt für alle seine Verben.";
    this_parameter_is_the_reference_a_change(name):
        en "This parameter is the reference “{name}”: a change applies to every operation that uses it.",
        de "Dieser Parameter ist die Referenz „{name}“: Eine Änderung gilt für jede Operation, die sie nutzt.";
    change_visibility_of_parameter:
        en "Change visibility of parameter",
        de "Sichtbarkeit des Parameters ändern";
    delete_parameter(name): en "Delete parameter {name}", de "Parameter {name} löschen";
    parameter_summary: en "Parameter summary", de "Zusammenfassung des Parameters";
    the_label_of_the_field_in_title:
        en "The label of the field, in Title Case.",
        de "Die Beschriftung des Felds, in Title Case.";
    parameter_description: en "Parameter description", de "Beschreibung des Parameters";
    a_full_sentence_shown_under_the_field:
        en "A full sentence; shown under the field.",
        de "Ein ganzer Satz; steht unter dem Feld.";
    parameter_visibility: en "Parameter visibility", de "Sichtbarkeit des Parameters";
    internal_is_hidden_and_sent_with_its:
        en "Internal is hidden and sent with its default.",
        de "„Intern“ ist verborgen und wird mit dem Standardwert gesendet.";
    delete_parameter_2: en "Delete parameter", de "Parameter löschen";
    rename_parameter: en "Rename parameter", de "Parameter umbenennen";
    move_parameter: en "Move parameter", de "Parameter verschieben";
    its_name_stands_in_the_path_change:
        en "Its name stands in the path; change the path to rename or remove it.",
        de "Sein Name steht im Pfad; ändern Sie den Pfad, um ihn umzubenennen oder zu entfernen.";
    as_the_api_calls_it: en "As the API calls it.", de "Wie die API ihn nennt.";
    sent_in: en "Sent in", de "Gesendet in";
    change_type_of_parameter: en "Change type of parameter", de "Typ des Parameters ändern";
    change_default: en "Change default", de "Standardwert ändern";
    type_: en "Type", de "Typ";
    default: en "Default", de "Standardwert";
    filled_in_unless_the_maker_enters_something:
        en "Filled in unless the maker enters something else.",
        de "Wird eingesetzt, wenn der Maker nichts anderes eingibt.";
    change_required: en "Change required", de "Pflicht ändern";
    required: en "Required", de "Erforderlich";
    parameters: en "Parameters", de "Parameter";
    the_operation_has_no_parameters:
        en "The operation has no parameters.",
        de "Die Operation hat keine Parameter.";
    add_parameter: en "Add parameter", de "Parameter hinzufügen";
    add_parameter_2(name): en "Add parameter {name}", de "Parameter {name} hinzufügen";
    new_parameter: en "New parameter", de "Neuer Parameter";
    place: en "Place", de "Ort";
    add: en "Add", de "Hinzufügen";
    actions: en "Actions", de "Aktionen";
    triggers: en "Triggers", de "Trigger";
}
