//! Texts of calls that did not go out, or did not come back.

tenon_app::texts! {
    not_a_url(reason):
        en "The address is not a URL that can be called: {reason}.",
        de "Die Adresse ist keine URL, die sich aufrufen lässt: {reason}.";
    not_a_scheme(scheme):
        en "The call would go to a “{scheme}” address. Calls use https or http.",
        de "Der Aufruf ginge an eine Adresse mit „{scheme}“. Aufrufe nutzen https oder http.";
    user_in_address:
        en "The address holds a user name or password. Put credentials into a connection instead.",
        de "Die Adresse enthält einen Benutzernamen oder ein Passwort. Anmeldedaten gehören in eine Verbindung.";
    closed(host, address, kind):
        en "Tenon did not call {host}: its address {address} is {kind}, which is closed to calls. If the service is meant to be there, an administrator can open it with the setting TENON_EGRESS_ALLOW, by host ({host}) or by range ({address}).",
        de "Tenon hat {host} nicht aufgerufen: Die Adresse {address} ist {kind} und für Aufrufe gesperrt. Soll der Dienst dort sein, kann die Administration sie mit der Einstellung TENON_EGRESS_ALLOW öffnen, nach Host ({host}) oder Bereich ({address}).";
    loopback: en "the machine that Tenon runs on (loopback)", de "der Rechner, auf dem Tenon läuft (Loopback)";
    private: en "a private network", de "ein privates Netz";
    unique_local: en "a private network (unique local)", de "ein privates Netz (unique local)";
    link_local: en "the local link", de "die lokale Verbindung (link-local)";
    metadata: en "the metadata service of a cloud", de "der Metadatendienst einer Cloud";
    shared:
        en "a provider's internal network (shared address space)",
        de "das innere Netz eines Anbieters (shared address space)";
    multicast: en "a multicast group", de "eine Multicast-Gruppe";
    unspecified:
        en "an unspecified address, which means this machine",
        de "eine unbestimmte Adresse, die diesen Rechner meint";
    documentation:
        en "set aside for documentation or tests",
        de "für Dokumentation oder Tests vorbehalten";
    reserved: en "reserved, not the public internet", de "reserviert, nicht das öffentliche Internet";
    no_address(host):
        en "There is no address for {host}. Check the host in the General step, and that the server can reach the network.",
        de "Zu {host} gibt es keine Adresse. Prüfen Sie den Host im Schritt „Allgemein“, und ob der Server das Netz erreicht.";
    too_many_redirects(most):
        en "The service redirected the call more than {most} times. Check the address for a loop.",
        de "Der Dienst hat den Aufruf mehr als {most} Mal weitergeleitet. Prüfen Sie, ob die Adresse im Kreis führt.";
    unreadable_redirect:
        en "The service redirected the call to an address that cannot be read.",
        de "Der Dienst hat den Aufruf an eine Adresse weitergeleitet, die nicht lesbar ist.";
    no_connection(host, detail):
        en "No connection to {host}: {detail}. Check host and port, and that the service is up.",
        de "Keine Verbindung zu {host}: {detail}. Prüfen Sie Host und Port, und ob der Dienst läuft.";
    untrusted_certificate(host):
        en "No secure connection to {host}: its certificate was issued by nobody whom this server trusts. Check that the service sends the whole chain of its certificate, not one that it signed itself; an authority of your own is trusted with the setting TENON_EGRESS_CA.",
        de "Keine sichere Verbindung zu {host}: Dem Aussteller des Zertifikats vertraut dieser Server nicht. Prüfen Sie, ob der Dienst die ganze Kette seines Zertifikats sendet und es nicht selbst unterschrieben hat; einer eigenen Zertifizierungsstelle vertraut er mit der Einstellung TENON_EGRESS_CA.";
    certificate_of_another(host):
        en "No secure connection to {host}: the certificate of the service is for another name. Check the host for a slip; if it is right, the service needs a certificate that names {host}.",
        de "Keine sichere Verbindung zu {host}: Das Zertifikat des Dienstes gilt für einen anderen Namen. Prüfen Sie den Host auf einen Tippfehler; stimmt er, braucht der Dienst ein Zertifikat, das {host} nennt.";
    certificate_out_of_date(host):
        en "No secure connection to {host}: the certificate of the service has expired, or does not hold yet. Have it renewed, and check the clock of this server.",
        de "Keine sichere Verbindung zu {host}: Das Zertifikat des Dienstes ist abgelaufen oder gilt noch nicht. Lassen Sie es erneuern, und prüfen Sie die Uhr dieses Servers.";
    no_tls(host):
        en "No secure connection to {host}: what answers there does not speak TLS. Check the port, or choose the scheme http if the service has no https.",
        de "Keine sichere Verbindung zu {host}: Was dort antwortet, spricht kein TLS. Prüfen Sie den Port, oder wählen Sie das Schema http, wenn der Dienst kein https hat.";
    tls_failed(host, detail):
        en "No secure connection to {host}: {detail}. Check which versions of TLS the service offers (1.2 and 1.3 are spoken), and whether it asks for a client certificate, which calls do not have.",
        de "Keine sichere Verbindung zu {host}: {detail}. Prüfen Sie, welche Versionen von TLS der Dienst bietet (1.2 und 1.3 werden gesprochen) und ob er ein Client-Zertifikat verlangt, das Aufrufe nicht haben.";
    silent(seconds):
        en "The service did not begin to answer within {seconds} seconds.",
        de "Der Dienst begann nicht innerhalb von {seconds} Sekunden zu antworten.";
    slow(seconds):
        en "The call took longer than {seconds} seconds and was ended.",
        de "Der Aufruf dauerte länger als {seconds} Sekunden und wurde beendet.";
    too_large(mebibytes):
        en "The response is larger than {mebibytes} MiB, the most that is read. Ask for less: by a filter, or for fewer items in a page.",
        de "Die Antwort ist größer als {mebibytes} MiB, das Höchste, was gelesen wird. Verlangen Sie weniger: mit einem Filter oder mit weniger Einträgen je Seite.";
    headers_too_large(kibibytes):
        en "The headers of the response are larger than {kibibytes} KiB, the most that is read.",
        de "Die Header der Antwort sind größer als {kibibytes} KiB, das Höchste, was gelesen wird.";
    broke_off(host, detail):
        en "The exchange with {host} broke off: {detail}. Try it again; if it stays so, look into the log of the service and of the proxies before it.",
        de "Der Austausch mit {host} brach ab: {detail}. Versuchen Sie es noch einmal; bleibt es dabei, sehen Sie im Protokoll des Dienstes und der Proxys vor ihm nach.";
    not_unpacked(host, detail):
        en "The body that {host} sent is not packed as its header Content-Encoding says: {detail}. It may have been cut off. Try it again; if it stays so, have the service send it whole, or without that header.",
        de "Der Textkörper von {host} ist nicht so gepackt, wie sein Header Content-Encoding sagt: {detail}. Vielleicht wurde er abgeschnitten. Versuchen Sie es noch einmal; bleibt es dabei, muss der Dienst ihn ganz senden oder ohne diesen Header.";
    cancelled:
        en "The call was cancelled before its answer was there. The service may have received it all the same.",
        de "Der Aufruf wurde abgebrochen, bevor die Antwort da war. Der Dienst kann ihn trotzdem bekommen haben.";
    not_in_time: en "it did not take the connection in time", de "sie kam nicht rechtzeitig zustande";
    connection_ended: en "the connection ended", de "die Verbindung endete";
    no_client(reason):
        en "The HTTP client cannot be set up: {reason}.",
        de "Der HTTP-Client lässt sich nicht einrichten: {reason}.";
}
