//! What the rules of authentication in the definition and of custom code find.

super::german! {
    "The security definition “{name}” does not say its type: “basic”, “apiKey” or “oauth2”."
        => "Die Sicherheitsdefinition „{name}“ sagt ihren Typ nicht: “basic”, “apiKey” oder “oauth2”.";
    "“{kind}” is no type of authentication in Swagger 2.0. Choose “basic”, “apiKey” or “oauth2”."
        => "“{kind}” ist kein Typ der Authentifizierung in Swagger 2.0. “basic”, “apiKey” oder “oauth2” wählen.";
    "The security definition “{name}” of type “{kind}” needs “{key}”. Add it."
        => "Die Sicherheitsdefinition „{name}“ vom Typ “{kind}” braucht “{key}”. Hinzufügen.";
    "A security definition of type “{kind}” has no “{key}”. Remove it."
        => "Eine Sicherheitsdefinition vom Typ “{kind}” hat kein “{key}”. Entfernen.";
    "A key is sent in a header or in the query, not in {value}."
        => "Ein Schlüssel wird in einem Header oder in der Query gesendet, nicht in {value}.";
    "{value} is no flow of OAuth 2.0. Choose one of {flows}."
        => "{value} ist kein Flow von OAuth 2.0. Einen von diesen wählen: {flows}.";
    "The name under which a key is sent must be a text with something in it."
        => "Der Name, unter dem ein Schlüssel gesendet wird, muss ein Text sein, in dem etwas steht.";
    "“{key}” must be a text." => "“{key}” muss ein Text sein.";
    "“{key}” is empty. Enter an address, which begins with “https://”."
        => "“{key}” ist leer. Eine Adresse eingeben, die mit “https://” beginnt.";
    "{value} is no address. It begins with “https://”." => "{value} ist keine Adresse. Sie beginnt mit “https://”.";
    "“scopes” must be an object: the scopes, and what each allows."
        => "“scopes” muss ein Objekt sein: die Scopes und was jeder erlaubt.";
    "What the scope “{scope}” allows must be a text." => "Was der Scope „{scope}“ erlaubt, muss ein Text sein.";
    "There is no security definition “{name}”. Correct the name, or add it."
        => "Es gibt keine Sicherheitsdefinition „{name}“. Den Namen korrigieren oder sie hinzufügen.";
    "Write an empty list of scopes" => "Eine leere Liste von Scopes schreiben";
    "The requirement “{name}” must have a list of scopes. Write an empty one."
        => "Die Anforderung „{name}“ muss eine Liste von Scopes haben. Eine leere schreiben.";
    "Take out the scopes" => "Die Scopes herausnehmen";
    "“{name}” is not OAuth 2.0, so it has no scopes. Leave the list empty."
        => "„{name}“ ist nicht OAuth 2.0 und hat deshalb keine Scopes. Die Liste leer lassen.";
    "The security definition “{name}” has no scope “{scope}”. Add it there, or correct the name."
        => "Die Sicherheitsdefinition „{name}“ hat keinen Scope „{scope}“. Dort hinzufügen oder den Namen korrigieren.";
    "The code must have “class Script : ScriptBase” with the method “ExecuteAsync”."
        => "Der Code muss “class Script : ScriptBase” mit der Methode “ExecuteAsync” enthalten.";
    "The code uses the namespace “{name}”, which the platform does not allow."
        => "Der Code verwendet den Namespace “{name}”, den die Plattform nicht erlaubt.";
    "The code makes an “HttpClient”. Send requests with “Context.SendAsync” instead."
        => "Der Code erzeugt einen “HttpClient”. Anfragen stattdessen mit “Context.SendAsync” senden.";
    "The code names “Formatting” without its library. Write “Newtonsoft.Json.Formatting”."
        => "Der Code nennt “Formatting” ohne seine Bibliothek. “Newtonsoft.Json.Formatting” schreiben.";
    "The brace, bracket or parenthesis in line {line} of the code has no partner."
        => "Die Klammer in Zeile {line} des Codes hat kein Gegenstück.";
}
