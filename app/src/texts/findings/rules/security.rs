//! The rules of authentication in the definition and of custom code.

crate::texts::findings::german! {
    "A security definition has the members of its type" => "Eine Sicherheitsdefinition hat die Einträge ihres Typs";
    "This member says something of another type of authentication, and has no effect here. Remove it, or correct the type."
        => "Dieser Eintrag sagt etwas über eine andere Art der Authentifizierung und hat hier keine Wirkung. Entfernen oder den Typ korrigieren.";
    "A security definition has what its type requires" => "Eine Sicherheitsdefinition hat, was ihr Typ verlangt";
    "Without this member nobody knows how to authenticate. Add it."
        => "Ohne diesen Eintrag weiß niemand, wie die Authentifizierung geht. Hinzufügen.";
    "Required scopes are named in the security definition"
        => "Verlangte Scopes sind in der Sicherheitsdefinition genannt";
    "An operation can only require scopes that the security definition names. Add the scope there, or correct the name. Connectors that the platform accepted carry it, so it is no error."
        => "Eine Operation kann nur Scopes verlangen, die die Sicherheitsdefinition nennt. Den Scope dort hinzufügen oder den Namen korrigieren. Connectors, die die Plattform angenommen hat, enthalten es, also ist es kein Fehler.";
    "Requirements name security definitions that are there"
        => "Anforderungen nennen Sicherheitsdefinitionen, die es gibt";
    "A requirement names a security definition, and there is none of this name. Correct it, or add the definition. Connectors that the platform accepted carry it, so it is no error."
        => "Eine Anforderung nennt eine Sicherheitsdefinition, und es gibt keine dieses Namens. Korrigieren oder die Definition hinzufügen. Connectors, die die Plattform angenommen hat, enthalten es, also ist es kein Fehler.";
    "Requirements of anything but OAuth 2.0 name no scopes"
        => "Anforderungen von allem außer OAuth 2.0 nennen keine Scopes";
    "Only OAuth 2.0 has scopes. Leave the list empty." => "Nur OAuth 2.0 hat Scopes. Die Liste leer lassen.";
    "Requirements have a list of scopes" => "Anforderungen haben eine Liste von Scopes";
    "A requirement has a list of scopes, if only an empty one. Write one."
        => "Eine Anforderung hat eine Liste von Scopes, und sei es eine leere. Eine schreiben.";
    "Custom code has the class “Script” with “ExecuteAsync”"
        => "Eigener Code hat die Klasse “Script” mit “ExecuteAsync”";
    "The platform runs the method `ExecuteAsync` of the class `Script`, which is a `ScriptBase`, and allows certain namespaces only. Write the class so."
        => "Die Plattform führt die Methode `ExecuteAsync` der Klasse `Script` aus, die eine `ScriptBase` ist, und erlaubt nur bestimmte Namespaces. Die Klasse so schreiben.";
    "Custom code sends requests by its context" => "Eigener Code sendet Anfragen über seinen Kontext";
    "The platform is about to forbid clients of one's own. Send requests with `Context.SendAsync`."
        => "Die Plattform wird eigene Clients bald verbieten. Anfragen mit `Context.SendAsync` senden.";
    "The braces and parentheses of custom code close" => "Die Klammern von eigenem Code schließen sich";
    "A brace or parenthesis that does not close is usually a file that was cut off. Close it."
        => "Eine Klammer, die sich nicht schließt, ist meist eine Datei, die abgeschnitten wurde. Schließen.";
    "Custom code says which “Formatting” it means" => "Eigener Code sagt, welches “Formatting” er meint";
    "Two libraries that custom code may use have a `Formatting`, so its name alone can mean either, and the code may not compile. Write `Newtonsoft.Json.Formatting`."
        => "Zwei Bibliotheken, die eigener Code verwenden darf, haben ein `Formatting`, also kann der Name allein beide meinen, und der Code lässt sich vielleicht nicht übersetzen. `Newtonsoft.Json.Formatting` schreiben.";
}
