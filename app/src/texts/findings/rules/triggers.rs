//! The rules of triggers and webhooks.

crate::texts::findings::german! {
    "A webhook does not name another webhook" => "Ein Webhook nennt keinen anderen Webhook";
    "A webhook is woken by the API itself, so it does not name another one. Remove `x-ms-notification`."
        => "Ein Webhook wird von der API selbst geweckt, also nennt er keinen anderen. `x-ms-notification` entfernen.";
    "Only triggers name the webhook that wakes them" => "Nur Trigger nennen den Webhook, der sie weckt";
    "Only triggers are woken. Make the operation a trigger, or remove `x-ms-notification`."
        => "Nur Trigger werden geweckt. Die Operation zu einem Trigger machen oder `x-ms-notification` entfernen.";
    "What wakes a trigger is a webhook" => "Was einen Trigger weckt, ist ein Webhook";
    "The named operation must be one that the API calls back: a webhook trigger. Name one."
        => "Die genannte Operation muss eine sein, bei der die API zurückruft: ein Webhook-Trigger. Einen nennen.";
    "A trigger and the webhook that wakes it have the same parameters"
        => "Ein Trigger und der Webhook, der ihn weckt, haben dieselben Parameter";
    "Users fill in the trigger once, and both operations take the values: a parameter of one name must be the same in both."
        => "Benutzer füllen den Trigger einmal aus, und beide Operationen nehmen die Werte: Ein Parameter desselben Namens muss in beiden gleich sein.";
    "A webhook says what it is sent" => "Ein Webhook sagt, was ihm gesendet wird";
    "What the API sends to the address is not described, so flows have nothing to use. Add `x-ms-notification-content` to the path."
        => "Was die API an die Adresse sendet, ist nicht beschrieben, also haben Flows nichts zu verwenden. `x-ms-notification-content` zum Pfad hinzufügen.";
    "A webhook has a property for the address to call back"
        => "Ein Webhook hat eine Eigenschaft für die Rückrufadresse";
    "The API is not told where to call back. Mark the property of the body that takes the address with `x-ms-notification-url`."
        => "Der API wird nicht gesagt, wohin sie zurückrufen soll. Die Eigenschaft des Bodys, die die Adresse aufnimmt, mit `x-ms-notification-url` kennzeichnen.";
    "The address to call back is a property of the body" => "Die Rückrufadresse ist eine Eigenschaft des Bodys";
    "The platform fills in the address in a property of the body of the request only. Mark such a property. It is a warning where nothing is refused: in a shared schema that answers have, and beside the schema of a body."
        => "Die Plattform füllt die Adresse nur in einer Eigenschaft des Bodys der Anfrage aus. Eine solche Eigenschaft kennzeichnen. Wo nichts abgelehnt wird, ist es eine Warnung: in einem gemeinsamen Schema, das Antworten haben, und neben dem Schema eines Bodys.";
    "The address to call back is internal" => "Die Rückrufadresse ist intern";
    "The platform fills in the address itself, so users should not see it. Make it, or an object that it is in, internal."
        => "Die Plattform füllt die Adresse selbst aus, also sollten Benutzer sie nicht sehen. Sie oder ein Objekt, in dem sie steht, intern machen.";
    "The address to call back is required" => "Die Rückrufadresse ist erforderlich";
    "The address is sent only if it is required, and so is every object that it is in. Require them."
        => "Die Adresse wird nur gesendet, wenn sie erforderlich ist und ebenso jedes Objekt, in dem sie steht. Als erforderlich festlegen.";
    "The address to call back is a string" => "Die Rückrufadresse ist ein Text";
    "An address is a text. Give the property the type `string`."
        => "Eine Adresse ist ein Text. Der Eigenschaft den Typ `string` geben.";
}
