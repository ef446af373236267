//! What the rules of triggers and webhooks find.

super::german! {
    "Operation {operation} is no trigger, so nothing wakes it. Remove “x-ms-notification”."
        => "Operation {operation} ist kein Trigger, also weckt sie nichts. “x-ms-notification” entfernen.";
    "Operation {operation} is a webhook itself. Remove “x-ms-notification”."
        => "Operation {operation} ist selbst ein Webhook. “x-ms-notification” entfernen.";
    "Operation {operation} is no webhook, so it cannot wake {name}."
        => "Operation {operation} ist kein Webhook und kann deshalb {name} nicht wecken.";
    "“{own}” differs in type or visibility from that of operation {operation}. Make them the same."
        => "„{own}“ unterscheidet sich in Typ oder Sichtbarkeit von dem der Operation {operation}. Beide gleich machen.";
    "Operation {operation} takes an address to call back, but does not say what is sent there. Describe it."
        => "Operation {operation} nimmt eine Rückrufadresse, sagt aber nicht, was dorthin gesendet wird. Beschreiben.";
    "The address to call back of operation {operation} is optional. Require it, and every object that it is in."
        => "Die Rückrufadresse der Operation {operation} ist optional. Sie und jedes Objekt, in dem sie steht, als erforderlich festlegen.";
    "Users see the address to call back of operation {operation}. Make it internal."
        => "Benutzer sehen die Rückrufadresse der Operation {operation}. Intern machen.";
    "Operation {operation} does not tell the API where to call back. Mark the property for it with “{mark}”."
        => "Operation {operation} sagt der API nicht, wohin sie zurückrufen soll. Die Eigenschaft dafür mit “{mark}” kennzeichnen.";
    "The mark of “{name}” stands beside its schema, where the platform does not look. Mark the property that takes the address."
        => "Das Kennzeichen von „{name}“ steht neben dem Schema, wo die Plattform nicht nachsieht. Die Eigenschaft kennzeichnen, die die Adresse aufnimmt.";
    "“{name}” is no body, so the platform does not fill in the address. Use a property of a body."
        => "„{name}“ ist kein Body, also füllt die Plattform die Adresse nicht aus. Eine Eigenschaft eines Bodys verwenden.";
    "A header of an answer" => "Ein Header einer Antwort";
    "An item of a parameter" => "Ein Element eines Parameters";
    "{what} cannot take the address to call back. Mark a property of a body."
        => "{what} kann die Rückrufadresse nicht aufnehmen. Eine Eigenschaft eines Bodys kennzeichnen.";
    "An answer cannot take the address to call back. Mark a property of a body."
        => "Eine Antwort kann die Rückrufadresse nicht aufnehmen. Eine Eigenschaft eines Bodys kennzeichnen.";
    "The property “{name}”" => "Die Eigenschaft „{name}“";
    "{what} takes the address to call back, so its type must be “string”."
        => "{what} nimmt die Rückrufadresse auf, der Typ muss deshalb “string” sein.";
    "An answer" => "Eine Antwort";
}
