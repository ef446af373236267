//! Texts of the panel of problems.

crate::texts::texts! {
    this_belongs_to_no_field_on_this(heading, place):
        en "This belongs to “{heading}”. No field on this page edits it alone; it stands in {place}.",
        de "Das gehört zu „{heading}“. Kein Feld dieser Seite ändert es allein; es steht in {place}.";
    rules: en "Rules", de "Regeln";
    severity: en "Severity", de "Schweregrad";
    fix_all(fixable): en "Fix all ({fixable})", de "Alle beheben ({fixable})";
    close_problems: en "Close problems", de "Probleme schließen";
    looking: en "Looking …", de "Wird gesucht …";
    no_problems: en "No problems.", de "Keine Probleme.";
    no_problems_of_this_severity: en "No problems of this severity.", de "Keine Probleme dieses Schweregrads.";
    show_more_not_shown(hidden):
        en "Show more ({hidden} not shown)",
        de "Mehr zeigen ({hidden} nicht gezeigt)";
    errors: en "Errors", de "Fehler";
    warnings: en "Warnings", de "Warnungen";
    all: en "all", de "alle";
    errors_2: en "errors", de "Fehler";
    warnings_2: en "warnings", de "Warnungen";
    all_2(warnings): en "All ({warnings})", de "Alle ({warnings})";
    errors_3(errors): en "Errors ({errors})", de "Fehler ({errors})";
    warnings_3(warnings): en "Warnings ({warnings})", de "Warnungen ({warnings})";
    custom_connector: en "Custom connector", de "Eigener Connector";
    certified_connector: en "Certified connector", de "Zertifizierter Connector";
    independent_publisher: en "Independent publisher", de "Unabhängiger Herausgeber";
    fix_1_problem: en "Fix 1 problem", de "1 Problem beheben";
    fix_problems(count): en "Fix {count} problems", de "{count} Probleme beheben";
    fix(title): en "Fix: {title}", de "Beheben: {title}";
    fix_2: en "Fix", de "Beheben";
    found_in: en "Found in ", de "Gefunden in ";
    definition: en "definition", de "Definition";
    properties: en "properties", de "Eigenschaften";
    icon: en "icon", de "Icon";
    custom_code: en "custom code", de "Eigener Code";
    other_files: en "other files", de "Weitere Dateien";
    custom_code_2: en "Custom code", de "Eigener Code";
    policies: en "Policies", de "Richtlinien";
    problems_counted(counts): en "Problems: {counts}", de "Probleme: {counts}";
    none: en "none", de "keine";
    one_error: en "1 error", de "1 Fehler";
    errors_counted(count): en "{count} errors", de "{count} Fehler";
    one_warning: en "1 warning", de "1 Warnung";
    warnings_counted(count): en "{count} warnings", de "{count} Warnungen";
    schema(name): en "Schema {name}", de "Schema {name}";
    shared_parameter(name): en "Shared parameter {name}", de "Gemeinsamer Parameter {name}";
    shared_response(name): en "Shared response {name}", de "Gemeinsame Antwort {name}";
    path(name): en "Path {name}", de "Pfad {name}";
}
