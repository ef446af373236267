//! Texts of imports and of the ways to a new connector.

crate::texts::texts! {
    import: en "Import", de "Importieren";
    openapi_file: en "OpenAPI file", de "OpenAPI-Datei";
    choose_a_document: en "Choose a document", de "Dokument wählen";
    an_openapi_3_or_swagger_2_0:
        en "An OpenAPI 3 or Swagger 2.0 document (JSON or YAML), up to ",
        de "Ein Dokument in OpenAPI 3 oder Swagger 2.0 (JSON oder YAML), bis ";
    mib_you_see_what_it_holds_before:
        en " MiB. You see what it holds before anything is kept. Dropping it anywhere on this page works too.",
        de " MiB. Sie sehen, was darin ist, bevor etwas behalten wird. Sie können es auch irgendwo auf dieser Seite ablegen.";
    postman_collection: en "Postman collection", de "Postman-Sammlung";
    choose_a_collection: en "Choose a collection", de "Sammlung wählen";
    a_collection_as_postman_exports_it_of:
        en "A collection as Postman exports it, of any version: its folders, variables and authentication come along.",
        de "Eine Sammlung, wie Postman sie exportiert, jeder Version: Ihre Ordner, Variablen und Authentifizierung kommen mit.";
    connector_package: en "Connector package", de "Connector-Paket";
    choose_a_package: en "Choose a package", de "Paket wählen";
    a_zip_file_with_the_definition_the:
        en "A zip file with the definition, the properties, the icon and the custom code of a connector of Power Platform.",
        de "Eine Zip-Datei mit der Definition, den Eigenschaften, dem Icon und dem eigenen Code eines Connectors der Power Platform.";
    sample_connector: en "Sample connector", de "Beispiel-Connector";
    a_small_finished_connector_whose_api_is:
        en "A small finished connector whose API is served by Tenon itself. It needs no account and no internet: the first test call is one click away.",
        de "Ein kleiner fertiger Connector, dessen API Tenon selbst bereitstellt. Er braucht kein Konto und kein Internet: Der erste Testaufruf ist einen Klick entfernt.";
    the_sample_was_not_made: en "The sample was not made", de "Das Beispiel wurde nicht angelegt";
    open_the_sample: en "Open the sample", de "Beispiel öffnen";
    blank_connector: en "Blank connector", de "Leerer Connector";
    describe_an_api_step_by_step_where:
        en "Describe an API step by step: where it is, how to sign in to it, and what it can do.",
        de "Beschreiben Sie eine API Schritt für Schritt: wo sie ist, wie man sich anmeldet und was sie kann.";
    title: en "Title", de "Titel";
    such_as_timber_orders: en "Such as Timber orders", de "Etwa „Holzbestellungen“";
    the_connector_was_not_made: en "The connector was not made", de "Der Connector wurde nicht angelegt";
    create_blank: en "Create blank", de "Leer anlegen";
    pasted_text: en "Pasted text", de "Eingefügter Text";
    the_fetch_broke_off_try_again_or:
        en "The fetch broke off. Try again, or download the document and import it as a file.",
        de "Der Abruf ist abgebrochen. Versuchen Sie es noch einmal, oder laden Sie das Dokument herunter und importieren Sie es als Datei.";
    answer_unreadable:
        en "The answer of the server cannot be read. Try again, or import the document as a file.",
        de "Die Antwort des Servers ist nicht lesbar. Versuchen Sie es noch einmal, oder importieren Sie das Dokument als Datei.";
    choose_the_file_again: en "Choose the file again.", de "Wählen Sie die Datei noch einmal.";
    the_file_was_not_imported: en "The file was not imported", de "Die Datei wurde nicht importiert";
    is_larger_than_mib_the_most_that(name, mebibytes):
        en "{name} is larger than {mebibytes} MiB, the most that can be imported. It was not sent.",
        de "{name} ist größer als {mebibytes} MiB, das Höchste, was importiert werden kann. Die Datei wurde nicht gesendet.";
    is_empty_choose_another_file(name):
        en "{name} is empty. Choose another file.",
        de "{name} ist leer. Wählen Sie eine andere Datei.";
    the_browser_did_not_hand_over_the:
        en "The browser did not hand over the file. Choose it again.",
        de "Der Browser hat die Datei nicht übergeben. Wählen Sie sie noch einmal.";
    of_operations_came_through_what_is_not(operations_out, operations_in):
        en "{operations_out} of {operations_in} operations came through. What is not listed here came through unchanged.",
        de "{operations_out} von {operations_in} Operationen kamen an. Was hier nicht steht, kam unverändert an.";
    the_first_can_be_searched(listed):
        en "; the first {listed} can be searched",
        de "; die ersten {listed} lassen sich durchsuchen";
    of(vec, total, rest): en "{vec} of {total}{rest}", de "{vec} von {total}{rest}";
    what_changes_on_the_way: en "What changes on the way", de "Was sich unterwegs ändert";
    search_what_changes: en "Search what changes", de "Änderungen durchsuchen";
    list_of_what_changes: en "List of what changes", de "Liste der Änderungen";
    what_became_of_it: en "What became of it", de "Was daraus wurde";
    what_and_why: en "What and why", de "Was und warum";
    search_operations: en "Search operations", de "Operationen suchen";
    of_chosen(taken, all): en "{taken} of {all} chosen", de "{taken} von {all} gewählt";
    list_of_operations: en "List of operations", de "Liste der Operationen";
    chosen: en "Chosen", de "Gewählt";
    verb: en "Verb", de "Verb";
    operation_id: en "Operation ID", de "Operation-ID";
    changed: en "changed", de "geändert";
    lowered: en "lowered", de "vermindert";
    dropped: en "dropped", de "weggelassen";
    added: en "added", de "hinzugefügt";
    merged: en "merged", de "vereinigt";
    at_line_column(pointer, line, column):
        en "{pointer} · line {line}, column {column}",
        de "{pointer} · Zeile {line}, Spalte {column}";
    choose_operations: en "Choose operations", de "Operationen wählen";
    choose_all: en "Choose all", de "Alle wählen";
    clear_all: en "Clear all", de "Keine wählen";
    choose_the_found(arg): en "Choose the {arg} found", de "Die {arg} gefundenen wählen";
    choose_only_the_found(arg): en "Choose only the {arg} found", de "Nur die {arg} gefundenen wählen";
    clear_the_found(arg): en "Clear the {arg} found", de "Die {arg} gefundenen abwählen";
    tags_and_folders: en "Tags and folders", de "Tags und Ordner";
    of_2(taken, all): en "{taken} of {all}", de "{taken} von {all}";
    take_it_has_no_operation_id_and(name):
        en "Take {name}: it has no operation ID and comes only with the whole file",
        de "{name} übernehmen: hat keine Operation-ID und kommt nur mit der ganzen Datei";
    take(name): en "Take {name}", de "{name} übernehmen";
    trigger: en "Trigger", de "Trigger";
    what_the_connector_has_there: en "What the connector has there", de "Was der Connector dort hat";
    the_connector_has_nothing_at_this_place:
        en "The connector has nothing at this place.",
        de "Der Connector hat an dieser Stelle nichts.";
    where_it_is: en "Where it is", de "Wo es steht";
    in_the_source: en "In the source", de "In der Quelle";
    in_the_connector: en "In the connector", de "Im Connector";
    it_stands_in_another_document(file):
        en "It stands in {file}.", de "Das steht in {file}.";
    its_line_is_not_known_find_it:
        en "Its line is not known. Find it in the source by its pointer.",
        de "Die Zeile ist nicht bekannt. Suchen Sie in der Quelle nach dem Pointer.";
    the_source_around_this_place: en "The source around this place", de "Die Quelle um diese Stelle";
    give_the_connector_a_title: en "Give the connector a title.", de "Geben Sie dem Connector einen Titel.";
    what_the_file_holds: en "What the file holds", de "Was die Datei enthält";
    no_operation_is_chosen_choose_at_least:
        en "No operation is chosen. Choose at least one.",
        de "Keine Operation ist gewählt. Wählen Sie mindestens eine.";
    create_connector: en "Create connector", de "Connector anlegen";
    came_along_a_chosen_operation_needs_it(one):
        en "{one} came along: a chosen operation needs it.",
        de "{one} kam mit: Eine gewählte Operation braucht sie.";
    came_along_chosen_operations_need_them(join):
        en "{join} came along: chosen operations need them.",
        de "{join} kamen mit: Gewählte Operationen brauchen sie.";
    source: en "Source", de "Quelle";
    description: en "Description", de "Beschreibung";
    base_url: en "Base URL", de "Basis-URL";
    authentication: en "Authentication", de "Authentifizierung";
    also_found: en "Also found", de "Außerdem gefunden";
    n_1_finding: en "1 finding", de "1 Befund";
    findings(count): en "{count} findings", de "{count} Befunde";
    openapi_url: en "OpenAPI URL", de "OpenAPI-URL";
    address_of_the_document: en "Address of the document", de "Adresse des Dokuments";
    fetch: en "Fetch", de "Abrufen";
    curl_or_har: en "cURL or HAR", de "cURL oder HAR";
    paste_command_lines_of_curl_a_recording:
        en "Paste command lines of curl, a recording of a browser (HAR), or the text of any document: it is recognised by what it says.",
        de "Fügen Sie Befehlszeilen von curl, die Aufzeichnung eines Browsers (HAR) oder den Text eines Dokuments ein: Es wird an seinem Inhalt erkannt.";
    text: en "Text", de "Text";
    read_the_text: en "Read the text", de "Text lesen";
    choose_a_file_of_these: en "Choose a file of these", de "Solche Datei wählen";
    fetching_so_far(source, done):
        en "Fetching {source} · {done} so far",
        de "{source} wird abgerufen · {done} bisher";
    import_under_way: en "Import under way", de "Laufender Import";
    fetching_what_it_refers_to(number, address):
        en "Fetching what it refers to · document {number}: {address}",
        de "Abruf dessen, worauf verwiesen wird · Dokument {number}: {address}";
    sending_of(source, done, size):
        en "Sending {source} · {done} of {size}",
        de "{source} wird gesendet · {done} von {size}";
    reading(source): en "Reading {source} …", de "{source} wird gelesen …";
    bytes(bytes): en "{bytes} bytes", de "{bytes} Bytes";
    keep_the_source: en "Keep the source", de "Quelle behalten";
    keep_what_power_platform_cannot_hold_so:
        en "Keep what Power Platform cannot hold, so that an export to OpenAPI gives it back. The connector holds the document then; packages for others are made without it.",
        de "Behält, was Power Platform nicht aufnehmen kann, sodass ein Export nach OpenAPI es zurückgibt. Der Connector enthält dann das Dokument; Pakete für andere entstehen ohne es.";
    the_address_of_a_document_a_collection:
        en "The address of a document, a collection or a package. The server fetches it with what it refers to; you see what it holds before anything is kept.",
        de "Die Adresse eines Dokuments, einer Sammlung oder eines Pakets. Der Server ruft es ab, samt dem, worauf es verweist; Sie sehen, was darin ist, bevor etwas behalten wird.";
    the_form_cannot_be_sent(error): en "The form cannot be sent: {error}.", de "Das Formular lässt sich nicht senden: {error}.";
}
