//! Texts of the environment switcher.

crate::texts::texts! {
    environment: en "Environment", de "Umgebung";
    none: en "None", de "Keine";
    switch_environment: en "Switch environment", de "Umgebung wechseln";
    new_environment: en "New environment", de "Neue Umgebung";
    rename_environment: en "Rename environment", de "Umgebung umbenennen";
    what_a_new_one_is:
        en "It has connectors, connections and members of its own. You are its administrator and go there at once.",
        de "Sie hat eigene Connectors, Verbindungen und Mitglieder. Sie verwalten sie und wechseln sofort dorthin.";
    not_made: en "The environment was not made", de "Die Umgebung wurde nicht angelegt";
    not_renamed: en "The environment was not renamed", de "Die Umgebung wurde nicht umbenannt";
    create: en "Create environment", de "Umgebung anlegen";
    rename: en "Rename", de "Umbenennen";
    name: en "Name", de "Name";
    name_hint(most):
        en "At most {most} characters; no two environments share a name.",
        de "Höchstens {most} Zeichen; keine zwei Umgebungen heißen gleich.";
    such_as: en "Such as Production", de "Etwa Produktion";
}
