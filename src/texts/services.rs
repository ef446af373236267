//! Texts of the services: who may do what, and what does not fit.

tenon_app::texts! {
    no_such_environment:
        en "There is no such environment, or you are no member of it. Reload the page to see those that there are.",
        de "Diese Umgebung gibt es nicht, oder Sie sind kein Mitglied. Laden Sie die Seite neu, um die vorhandenen zu sehen.";
    environments_are_made_by_the_administrator:
        en "Environments are made by the administrator of the server. Ask them for one.",
        de "Umgebungen legt die Administration des Servers an. Bitten Sie dort um eine.";
    enter_a_name: en "Enter a name.", de "Geben Sie einen Namen ein.";
    a_name_has_at_most(most):
        en "A name has at most {most} characters.",
        de "Ein Name hat höchstens {most} Zeichen.";
    a_name_stands_in_one_line: en "A name stands in one line.", de "Ein Name steht in einer Zeile.";
    environment_is_there(name):
        en "There is an environment named “{name}” already. Choose another name.",
        de "Eine Umgebung namens „{name}“ gibt es schon. Wählen Sie einen anderen Namen.";
    no_such_version:
        en "There is no such version of the connector.",
        de "Diese Version des Connectors gibt es nicht.";
    others_are_saving:
        en "Others are saving this connector again and again. Save once more.",
        de "Andere speichern diesen Connector immer wieder. Speichern Sie noch einmal.";
    give_a_title: en "Give the connector a title.", de "Geben Sie dem Connector einen Titel.";
    a_title_has_at_most(most):
        en "A title has at most {most} characters.",
        de "Ein Titel hat höchstens {most} Zeichen.";
    too_many_edits(most):
        en "More than {most} edits cannot be saved at once.",
        de "Mehr als {most} Änderungen lassen sich nicht auf einmal speichern.";
    select_connectors:
        en "Select the connectors to export.",
        de "Wählen Sie die Connectors aus, die exportiert werden sollen.";
    selected_one_is_gone:
        en "One of these connectors was deleted meanwhile. Reload the page and select anew.",
        de "Einer dieser Connectors wurde inzwischen gelöscht. Laden Sie die Seite neu und wählen Sie noch einmal aus.";
    export_too_large(size, most):
        en "These connectors have {size} MB together; an export has {most} MB at most. Select fewer and export the rest after.",
        de "Diese Connectors haben zusammen {size} MB; ein Export hat höchstens {most} MB. Wählen Sie weniger aus und exportieren Sie die übrigen danach.";
    too_many_to_delete(count, most):
        en "{count} connectors are more than can be deleted at once. Select {most} at most.",
        de "{count} Connectors sind mehr, als sich auf einmal löschen lassen. Wählen Sie höchstens {most} aus.";
    too_many_to_export(count, most):
        en "{count} connectors are more than can be exported at once. Select {most} at most.",
        de "{count} Connectors sind mehr, als sich auf einmal exportieren lassen. Wählen Sie höchstens {most} aus.";
    search_for_fewer_words:
        en "Search for fewer words.",
        de "Suchen Sie nach weniger Wörtern.";
    saved_meanwhile:
        en "Somebody saved the connector meanwhile. Nothing was kept; compare again.",
        de "Inzwischen hat jemand den Connector gespeichert. Nichts wurde behalten; vergleichen Sie noch einmal.";
    not_there:
        en "It is not there (any more). Go back to the list of connectors.",
        de "Das gibt es nicht (mehr). Gehen Sie zurück zur Liste der Connectors.";
    is_there_already:
        en "There is one already. Reload the page.",
        de "Das gibt es schon. Laden Sie die Seite neu.";
    could_not_be_done:
        en "Tenon could not do this. Nothing was changed. Try again, and report the request id if it stays so.",
        de "Tenon konnte das nicht tun. Nichts wurde geändert. Versuchen Sie es noch einmal, und melden Sie die Anfrage-ID, wenn es so bleibt.";
    session_has_ended:
        en "Your session has ended. Sign in again.",
        de "Ihre Sitzung ist zu Ende. Melden Sie sich noch einmal an.";
    no_such_connector:
        en "There is no such connector. It may have been deleted.",
        de "Diesen Connector gibt es nicht. Vielleicht wurde er gelöscht.";
    role_does_not_allow:
        en "Your role in this environment does not allow this. Ask its administrator.",
        de "Ihre Rolle in dieser Umgebung erlaubt das nicht. Fragen Sie deren Administration.";
    already_set_up:
        en "Tenon is set up already. Sign in instead.",
        de "Tenon ist schon eingerichtet. Melden Sie sich an.";
    wrong_email_or_password:
        en "The e-mail address or the password is wrong. Check both and try again.",
        de "Die E-Mail-Adresse oder das Passwort ist falsch. Prüfen Sie beides und versuchen Sie es noch einmal.";
    too_many_attempts(minutes):
        en "Too many attempts to sign in were made. Try again in {minutes} minutes.",
        de "Es gab zu viele Versuche, sich anzumelden. Versuchen Sie es in {minutes} Minuten noch einmal.";
    not_the_present_password:
        en "This is not your present password.",
        de "Das ist nicht Ihr jetziges Passwort.";
    password_changed_elsewhere:
        en "Your password was changed elsewhere meanwhile. Sign in with that one.",
        de "Ihr Passwort wurde inzwischen anderswo geändert. Melden Sie sich mit dem neuen an.";
    enter_your_name: en "Enter your name.", de "Geben Sie Ihren Namen ein.";
    enter_an_email_address:
        en "Enter an e-mail address, such as ada@example.com.",
        de "Geben Sie eine E-Mail-Adresse ein, etwa ada@example.com.";
    a_password_has_at_least(least):
        en "A password has at least {least} characters.",
        de "Ein Passwort hat mindestens {least} Zeichen.";
    a_password_has_at_most(most):
        en "A password has at most {most} bytes.",
        de "Ein Passwort hat höchstens {most} Byte.";
    draft_too_large:
        en "The unsaved changes are too large to be kept as a draft: at most 4 MiB are. Save them.",
        de "Die ungespeicherten Änderungen sind zu groß für einen Entwurf: höchstens 4 MiB werden behalten. Speichern Sie sie.";
    give_the_address:
        en "Give the address of the document.",
        de "Geben Sie die Adresse des Dokuments an.";
    address_too_long(most):
        en "The address is longer than {most} characters. Download the document and import it as a file.",
        de "Die Adresse ist länger als {most} Zeichen. Laden Sie das Dokument herunter und importieren Sie es als Datei.";
    address_unreadable(reason):
        en "The address cannot be read: {reason}. It begins with https:// and names a host.",
        de "Die Adresse ist nicht lesbar: {reason}. Sie beginnt mit https:// und nennt einen Host.";
    no_address_for_document(host):
        en "There is no address for {host}. Check the spelling, and that the server can reach the network.",
        de "Zu {host} gibt es keine Adresse. Prüfen Sie die Schreibweise, und ob der Server das Netz erreicht.";
    document_answered(host, status, advice):
        en "{host} answered {status}. {advice}",
        de "{host} antwortete {status}. {advice}";
    document_is_not_for_everybody:
        en "The document is not for everybody: download it where you are signed in and import it as a file.",
        de "Das Dokument ist nicht für alle da: Laden Sie es herunter, wo Sie angemeldet sind, und importieren Sie es als Datei.";
    check_the_address:
        en "Check the address for a slip.",
        de "Prüfen Sie die Adresse auf einen Tippfehler.";
    try_later_or_download:
        en "Try again later, or download the document and import it as a file.",
        de "Versuchen Sie es später noch einmal, oder laden Sie das Dokument herunter und importieren Sie es als Datei.";
    left_out_too_many_documents(most):
        en "It is left out: {most} documents are fetched for one description at most.",
        de "Es fehlt: Für eine Beschreibung werden höchstens {most} Dokumente abgerufen.";
    left_out_too_far(most):
        en "It is left out: more than {most} documents lie on the way to it.",
        de "Es fehlt: Auf dem Weg dorthin liegen mehr als {most} Dokumente.";
}
