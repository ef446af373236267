//! Texts of connection parameters and ways to authenticate.

crate::texts::texts! {
    text: en "Text", de "Text";
    secret: en "Secret", de "Geheimnis";
    whole_number: en "Whole number", de "Ganze Zahl";
    yes_or_no: en "Yes or no", de "Ja oder nein";
    oauth_2_0: en "OAuth 2.0", de "OAuth 2.0";
    gateway: en "Gateway", de "Gateway";
    something_else: en "Something else", de "Etwas anderes";
    move_a_connection_parameter: en "Move a connection parameter", de "Verbindungsparameter verschieben";
    delete_a_connection_parameter: en "Delete a connection parameter", de "Verbindungsparameter löschen";
    text_2(verb, label): en "{verb} “{label}”", de "{verb} „{label}“";
    move_up: en "Move up:", de "Nach oben:";
    move_down: en "Move down:", de "Nach unten:";
    rename_a_connection_parameter: en "Rename a connection parameter", de "Verbindungsparameter umbenennen";
    change_the_type_of_a_connection_parameter:
        en "Change the type of a connection parameter",
        de "Typ eines Verbindungsparameters ändern";
    letters_digits_and_policies_that_use_it:
        en "Letters, digits and _. Policies that use it follow.",
        de "Buchstaben, Ziffern und _. Richtlinien, die ihn nutzen, ziehen mit.";
    type_: en "Type", de "Typ";
    label: en "Label", de "Beschriftung";
    what_the_user_reads_beside_the_field:
        en "What the user reads beside the field.",
        de "Was der Nutzer neben dem Feld liest.";
    default_value: en "Default value", de "Standardwert";
    the_default_is_no_whole_number:
        en "The default is no whole number. Write one, such as 2, or leave it empty.",
        de "Der Standardwert ist keine ganze Zahl. Eine schreiben, etwa 2, oder ihn leer lassen.";
    the_default_is_neither_true_nor_false:
        en "Write true or false, or leave the default empty.",
        de "true oder false schreiben oder den Standardwert leer lassen.";
    the_default_is_none_of_the_values:
        en "The default is none of the values to choose from. Write one of them, or leave it empty.",
        de "Der Standardwert ist keiner der Werte zur Auswahl. Einen davon schreiben oder ihn leer lassen.";
    description: en "Description", de "Beschreibung";
    what_belongs_into_it_and_where_the:
        en "What belongs into it, and where the user finds it.",
        de "Was hineingehört und wo der Nutzer es findet.";
    tooltip: en "Tooltip", de "Tooltip";
    add_a_connection_parameter: en "Add a connection parameter", de "Verbindungsparameter hinzufügen";
    connection_parameters: en "Connection parameters", de "Verbindungsparameter";
    what_else_a_connection_asks_for_a:
        en "What else a connection asks for: a host, a region, a second key. Policies use them as ",
        de "Was eine Verbindung sonst noch erfragt: einen Host, eine Region, einen zweiten Schlüssel. Richtlinien nutzen sie als ";
    change(label): en "Change “{label}”", de "„{label}“ ändern";
    change_the_values_to_choose_from: en "Change the values to choose from", de "Werte zur Auswahl ändern";
    required: en "Required", de "Erforderlich";
    a_connection_cannot_be_made_without_it:
        en "A connection cannot be made without it.",
        de "Ohne ihn lässt sich keine Verbindung anlegen.";
    hidden: en "Hidden", de "Verborgen";
    the_dialog_leaves_it_out_and_the:
        en "The dialog leaves it out, and the default value is taken.",
        de "Der Dialog lässt ihn weg, und der Standardwert gilt.";
    shown_as_it_is_typed: en "Shown as it is typed", de "Lesbar beim Eintippen";
    else_it_is_hidden_as_passwords_are:
        en "Else it is hidden, as passwords are.",
        de "Sonst wird er verborgen wie ein Passwort.";
    values_to_choose_from: en "Values to choose from", de "Werte zur Auswahl";
    one_on_each_line_as_value_label:
        en "One on each line, as value = label. Empty: anything may be entered.",
        de "Einer je Zeile, als Wert = Beschriftung. Leer: Alles darf eingegeben werden.";
    change_the_place_in_the_dialog: en "Change the place in the dialog", de "Platz im Dialog ändern";
    place_in_the_dialog: en "Place in the dialog", de "Platz im Dialog";
    a_whole_number_smaller_ones_come_first:
        en "A whole number: smaller ones come first. Empty: after those that have one.",
        de "Eine ganze Zahl: Kleinere kommen zuerst. Leer: nach denen, die eine haben.";
    always: en "Always", de "Immer";
    without_the_gateway: en "Without the gateway", de "Ohne das Gateway";
    through_the_gateway: en "Through the gateway", de "Über das Gateway";
    change_when_it_is_asked_for: en "Change when it is asked for", de "Ändern, wann danach gefragt wird";
    asked_for_when_connecting: en "Asked for when connecting", de "Beim Verbinden erfragt";
    by_the_kind_of_connection: en "By the kind of connection.", de "Je nach Art der Verbindung.";
    change_the_conditions: en "Change the conditions", de "Bedingungen ändern";
    asked_for_only_if: en "Asked for only if", de "Nur erfragt, wenn";
    one_condition_on_each_line_as_parameter:
        en "One condition on each line, as parameter = value, value. All must hold. Empty: always.",
        de "Eine Bedingung je Zeile, als Parameter = Wert, Wert. Alle müssen gelten. Leer: immer.";
    offer_several_ways_to_authenticate:
        en "Offer several ways to authenticate",
        de "Mehrere Arten der Authentifizierung anbieten";
    add_a_way_to_authenticate: en "Add a way to authenticate", de "Art der Authentifizierung hinzufügen";
    users_connect_in_one_way: en "Users connect in one way.", de "Nutzer verbinden sich auf eine Art.";
    offer_another_way: en "Offer another way", de "Weitere Art anbieten";
    ways_to_authenticate: en "Ways to authenticate", de "Arten der Authentifizierung";
    add_a_way: en "Add a way", de "Art hinzufügen";
    change_the_way_to_authenticate: en "Change the way to authenticate", de "Art der Authentifizierung ändern";
    rename_the_way_to_authenticate:
        en "Rename the way to authenticate",
        de "Art der Authentifizierung umbenennen";
    change_sharing: en "Change sharing", de "Freigabe ändern";
    label_of_this_way: en "Label of this way", de "Beschriftung dieser Art";
    as_the_user_of_a_connection_sees:
        en "As the user of a connection sees it.",
        de "Wie der Nutzer einer Verbindung sie sieht.";
    name_of_this_way: en "Name of this way", de "Name dieser Art";
    by_which_connections_know_it: en "By which connections know it.", de "Woran Verbindungen sie erkennen.";
    description_of_this_way: en "Description of this way", de "Beschreibung dieser Art";
    connections_of_this_way_may_be_shared:
        en "Connections of this way may be shared",
        de "Verbindungen dieser Art dürfen geteilt werden";
    move_the_way_to_authenticate:
        en "Move the way to authenticate",
        de "Art der Authentifizierung verschieben";
    delete_the_way_to_authenticate:
        en "Delete the way to authenticate",
        de "Art der Authentifizierung löschen";
    offer_this_way_alone: en "Offer this way alone", de "Nur diese Art anbieten";
    move_this_way_up: en "Move this way up", de "Diese Art nach oben";
    move_this_way_down: en "Move this way down", de "Diese Art nach unten";
    delete_this_way: en "Delete this way", de "Diese Art löschen";
}
