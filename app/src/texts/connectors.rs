//! Texts of the list of connectors.

crate::texts::texts! {
    n_1_selected: en "1 selected", de "1 ausgewählt";
    selected(count): en "{count} selected", de "{count} ausgewählt";
    selected_connectors: en "Selected connectors", de "Ausgewählte Connectors";
    select_none: en "Select none", de "Auswahl aufheben";
    nothing_was_exported(error): en "Nothing was exported: {error}", de "Nichts wurde exportiert: {error}";
    the_connector_is_packed_into_connectors_zip:
        en "The connector is packed into connectors.zip.",
        de "Der Connector wird in connectors.zip gepackt.";
    connectors_are_packed_into_connectors_zip(count):
        en "{count} connectors are packed into connectors.zip.",
        de "{count} Connectors werden in connectors.zip gepackt.";
    is_deleted(title): en "“{title}” is deleted.", de "„{title}“ ist gelöscht.";
    connectors_are_deleted(count):
        en "{count} connectors are deleted.",
        de "{count} Connectors sind gelöscht.";
    delete_connector: en "Delete connector?", de "Connector löschen?";
    delete_connectors: en "Delete connectors?", de "Connectors löschen?";
    connectors_to_delete: en "Connectors to delete", de "Zu löschende Connectors";
    nothing_was_deleted: en "Nothing was deleted", de "Nichts wurde gelöscht";
    delete_connector_2: en "Delete connector", de "Connector löschen";
    delete_connectors_2: en "Delete connectors", de "Connectors löschen";
    its_only_version: en "its only version", de "der einzigen Version";
    all_versions_of_it(versions): en "all {versions} versions of it", de "allen {versions} Versionen";
    and_the_connections_that_people_made_for(title, versions, after):
        en "“{title}”, {versions} and the connections that people made for it are deleted for good. {after}",
        de "„{title}“ wird mit {versions} und den Verbindungen, die dafür angelegt wurden, endgültig gelöscht. {after}";
    these_connectors_with_versions_and_the(count, versions, after):
        en "These {count} connectors with {versions} versions, and the connections that people made for them, are deleted for good. {after}",
        de "Diese {count} Connectors mit {versions} Versionen und den Verbindungen, die dafür angelegt wurden, werden endgültig gelöscht. {after}";
    a_connector_wraps_an_api_so_that:
        en "A connector wraps an API so that makers can call it without programming: its operations, how to sign in to it, and what each field means. You try it here against the real service, and export it to Power Platform when it works. These are the ways to the first one.",
        de "Ein Connector verpackt eine API so, dass Maker sie ohne Programmieren aufrufen können: ihre Operationen, die Anmeldung und die Bedeutung jedes Felds. Hier probieren Sie ihn gegen den echten Dienst aus, und wenn er funktioniert, exportieren Sie ihn in die Power Platform. So kommen Sie zum ersten.";
    by: en "by ", de "von ";
    actions_for(title): en "Actions for {title}", de "Aktionen für {title}";
    open: en "Open", de "Öffnen";
    export_as_openapi: en "Export as OpenAPI", de "Als OpenAPI exportieren";
    n_1_operation: en "1 operation", de "1 Operation";
    operations(count): en "{count} operations", de "{count} Operationen";
    version(authentication, operations, version):
        en "{authentication} · {operations} · version {version}",
        de "{authentication} · {operations} · Version {version}";
    by_2: en " by ", de " von ";
    select(title): en "Select {title}", de "{title} auswählen";
    the_connectors_were_not_selected(error):
        en "The connectors were not selected: {error}",
        de "Die Connectors wurden nicht ausgewählt: {error}";
    connectors_are_selected_no_more_can_be(max_at_once):
        en "{max_at_once} connectors are selected: no more can be exported or deleted at once.",
        de "{max_at_once} Connectors sind ausgewählt: Mehr können nicht auf einmal exportiert oder gelöscht werden.";
    the_list_is_not_complete: en "The list is not complete", de "Die Liste ist nicht vollständig";
    no_connector_holds_these_words_search_for:
        en "No connector holds these words. Search for fewer, or in another spelling.",
        de "Kein Connector enthält diese Wörter. Suchen Sie nach weniger, oder in anderer Schreibweise.";
    n_1_connector: en "1 connector", de "1 Connector";
    connectors(all): en "{all} connectors", de "{all} Connectors";
    of_connectors(found, all): en "{found} of {all} connectors", de "{found} von {all} Connectors";
    search_connectors: en "Search connectors", de "Connectors suchen";
    authentication: en "Authentication", de "Authentifizierung";
    last_change: en "Last change", de "Letzte Änderung";
    actions: en "Actions", de "Aktionen";
    select_all_connectors: en "Select all connectors", de "Alle Connectors auswählen";
    this_cannot_be_undone:
        en "This cannot be undone. Export first what you may need again.",
        de "Das lässt sich nicht rückgängig machen. Exportieren Sie vorher, was Sie noch brauchen.";
}
