//! The rules of the properties.

crate::texts::findings::german! {
    "Connection parameters are objects" => "Verbindungsparameter sind Objekte";
    "A connection parameter is described by an object with its type. Write it so."
        => "Ein Verbindungsparameter wird durch ein Objekt mit seinem Typ beschrieben. So schreiben.";
    "Connection parameters are of a type that the platform knows"
        => "Verbindungsparameter sind von einem Typ, den die Plattform kennt";
    "The platform knows these types of connection parameters and no others. Choose one of them."
        => "Die Plattform kennt diese Typen von Verbindungsparametern und keine anderen. Einen von ihnen wählen.";
    "Names of connection parameters have letters, digits and “_”"
        => "Namen von Verbindungsparametern haben Buchstaben, Ziffern und “_”";
    "Policies name connection parameters, so their names have letters, digits and “_” only, and perhaps one colon. Rename it, and where it is used."
        => "Richtlinien nennen Verbindungsparameter, also haben deren Namen nur Buchstaben, Ziffern und “_” und vielleicht einen Doppelpunkt. Umbenennen, auch dort, wo er verwendet wird.";
    "Connection parameters have a name for users" => "Verbindungsparameter haben einen Namen für Benutzer";
    "Users see this name when they make a connection; without one they see a technical name."
        => "Benutzer sehen diesen Namen, wenn sie eine Verbindung anlegen; ohne ihn sehen sie einen technischen Namen.";
    "The constraints “required” and “hidden” are texts" => "Die Einschränkungen “required” und “hidden” sind Texte";
    "The platform reads these settings as texts. Write the value in quotes."
        => "Die Plattform liest diese Einstellungen als Texte. Den Wert in Anführungszeichen schreiben.";
    "No two sets of connection parameters have the same name"
        => "Keine zwei Sätze von Verbindungsparametern haben denselben Namen";
    "Users choose among the sets by their names, so each set has one of its own. Change one of them."
        => "Benutzer wählen unter den Sätzen nach ihren Namen, also hat jeder einen eigenen. Einen von beiden ändern.";
    "Sets of connection parameters are complete" => "Sätze von Verbindungsparametern sind vollständig";
    "A set has a name, a name for users and parameters. Add what is missing."
        => "Ein Satz hat einen Namen, einen Namen für Benutzer und Parameter. Hinzufügen, was fehlt.";
    "The authentication of the definition has its connection parameters"
        => "Die Authentifizierung der Definition hat ihre Verbindungsparameter";
    "An API key is a secret that the connection keeps, so there is a connection parameter of type `securestring` for it. Add one."
        => "Ein API-Schlüssel ist ein Geheimnis, das die Verbindung behält, also gibt es für ihn einen Verbindungsparameter vom Typ `securestring`. Einen hinzufügen.";
    "The properties have a colour" => "Die Eigenschaften haben eine Farbe";
    "A connector without a colour of its own looks like every other one, and the platform insists on one. Choose one."
        => "Ein Connector ohne eigene Farbe sieht aus wie jeder andere, und die Plattform besteht auf einer. Eine wählen.";
    "The colour is a hash and six hexadecimal digits" => "Die Farbe ist eine Raute und sechs hexadezimale Ziffern";
    "A colour is written as a hash and six hexadecimal digits: `#1b5e20`. Write it so."
        => "Eine Farbe wird als Raute und sechs hexadezimale Ziffern geschrieben: `#1b5e20`. So schreiben.";
    "Colour and icon are the brand's own, and fit" => "Farbe und Icon sind die der Marke und passen";
    "White and the blue that every new connector has tell nobody whose connector it is. Choose the colour of the brand."
        => "Weiß und das Blau, das jeder neue Connector hat, sagen niemandem, wessen Connector es ist. Die Farbe der Marke wählen.";
    "The colour is that of independent publishers" => "Die Farbe ist die unabhängiger Herausgeber";
    "Connectors of independent publishers share one colour. Make it `#da3b01`."
        => "Connectors unabhängiger Herausgeber teilen sich eine Farbe. Zu `#da3b01` machen.";
    "Publisher and owner of the API are named" => "Herausgeber und Eigentümer der API sind genannt";
    "Certification wants to know who publishes the connector and who owns the API. Name both."
        => "Die Zertifizierung will wissen, wer den Connector herausgibt und wem die API gehört. Beide nennen.";
    "Custom code names operations that are there" => "Eigener Code nennt Operationen, die es gibt";
    "Custom code is attached to operations by their IDs, and there is none of this ID. Correct or remove it."
        => "Eigener Code ist über ihre IDs mit Operationen verbunden, und es gibt keine mit dieser ID. Korrigieren oder entfernen.";
    "Nothing is used with a gateway that does not work with it"
        => "Mit einem Gateway wird nichts verwendet, was mit ihm nicht funktioniert";
    "A gateway carries requests to a machine that the platform does not reach, with user name and password at most: neither keys, OAuth, custom code nor the policy “Set host URL” work with it."
        => "Ein Gateway trägt Anfragen zu einem Rechner, den die Plattform nicht erreicht, höchstens mit Benutzername und Passwort: Weder Schlüssel, OAuth, eigener Code noch die Richtlinie „Set host URL“ funktionieren mit ihm.";
    "The properties are in the member “properties”" => "Die Eigenschaften stehen im Eintrag “properties”";
    "The platform reads the member `properties` of this file and nothing else. Put everything into it."
        => "Die Plattform liest von dieser Datei den Eintrag `properties` und sonst nichts. Alles dort hineinschreiben.";
    "The properties have the members that the platform knows"
        => "Die Eigenschaften haben die Einträge, die die Plattform kennt";
    "The platform ignores what it does not know, so a misspelt member has no effect. Correct or remove it."
        => "Die Plattform übergeht, was sie nicht kennt, also hat ein falsch geschriebener Eintrag keine Wirkung. Korrigieren oder entfernen.";
    "The members of the properties are of the right types"
        => "Die Einträge der Eigenschaften sind von den richtigen Typen";
    "A value of another type is refused or ignored. Give it the type that is named. It is a warning where the value is `null`, and of values further inside."
        => "Ein Wert von einem anderen Typ wird abgelehnt oder übergangen. Ihm den genannten Typ geben. Wo der Wert `null` ist und bei Werten weiter innen ist es eine Warnung.";
    "A parameter of type “oauthSetting” has its settings"
        => "Ein Parameter vom Typ “oauthSetting” hat seine Einstellungen";
    "Without its settings OAuth cannot begin. Add `oAuthSettings`."
        => "Ohne seine Einstellungen kann OAuth nicht beginnen. `oAuthSettings` hinzufügen.";
    "The redirect mode is one that the platform knows"
        => "Der Modus der Umleitung ist einer, den die Plattform kennt";
    "The platform knows three ways to choose the address that users come back to. Choose one of them."
        => "Die Plattform kennt drei Arten, die Adresse zu wählen, an die Benutzer zurückkehren. Eine von ihnen wählen.";
    "No client secret stands in the properties" => "In den Eigenschaften steht kein Client-Geheimnis";
    "A client secret in a file is seen by everybody who has the file. Remove it; it is entered when the connector is created."
        => "Ein Client-Geheimnis in einer Datei sieht jeder, der die Datei hat. Entfernen; es wird beim Anlegen des Connectors eingegeben.";
    "OAuth comes back to an address of this connector" => "OAuth kehrt an eine Adresse dieses Connectors zurück";
    "Each connector comes back to an address of its own, which the platform demands of new connectors. Set `redirectMode` to `GlobalPerConnector`."
        => "Jeder Connector kehrt an eine eigene Adresse zurück, was die Plattform von neuen Connectors verlangt. `redirectMode` auf `GlobalPerConnector` setzen.";
    "OAuth names its identity provider" => "OAuth nennt seinen Identitätsanbieter";
    "The provider says how one signs in, and the platform has presets for those it knows. Any name is taken, but one that is nearly a known one was probably meant to be it, and without any nobody can sign in."
        => "Der Anbieter sagt, wie man sich anmeldet, und für die, die sie kennt, hat die Plattform Voreinstellungen. Jeder Name wird angenommen, aber einer, der fast ein bekannter ist, sollte wohl dieser sein, und ohne einen kann sich niemand anmelden.";
    "Members of connection parameters are spelled as the platform spells them"
        => "Einträge von Verbindungsparametern sind geschrieben, wie die Plattform sie schreibt";
    "The platform passes over members that it does not know. This one is nearly one that it knows; write it so."
        => "Die Plattform übergeht Einträge, die sie nicht kennt. Dieser ist fast einer, den sie kennt; so schreiben.";
    "“uiDefinition” and “constraints” are objects" => "“uiDefinition” und “constraints” sind Objekte";
    "What users see and may enter is described by objects. Write one."
        => "Was Benutzer sehen und eingeben können, wird durch Objekte beschrieben. Eines schreiben.";
    "The allowed values of a connection parameter are a list of values"
        => "Die erlaubten Werte eines Verbindungsparameters sind eine Liste von Werten";
    "Users choose among these values, so there is a list of them, each an object with its `value`. Write it so."
        => "Benutzer wählen unter diesen Werten, also gibt es eine Liste davon, jeder ein Objekt mit seinem `value`. So schreiben.";
    "Policies name operations that are there" => "Richtlinien nennen Operationen, die es gibt";
    "A policy is for certain operations, and there is none of this ID. Correct or remove it. A policy that names no operation is for all of them. Connectors that the platform accepted carry it, so it is no error."
        => "Eine Richtlinie ist für bestimmte Operationen, und es gibt keine mit dieser ID. Korrigieren oder entfernen. Eine Richtlinie, die keine Operation nennt, ist für alle. Connectors, die die Plattform angenommen hat, enthalten es, also ist es kein Fehler.";
    "Policies name connection parameters that are there" => "Richtlinien nennen Verbindungsparameter, die es gibt";
    "A policy takes a value from the connection, and the connection has no parameter of this name. Correct the name, or add the parameter."
        => "Eine Richtlinie nimmt einen Wert aus der Verbindung, und die Verbindung hat keinen Parameter dieses Namens. Den Namen korrigieren oder den Parameter hinzufügen.";
    "Policies have a template that exists" => "Richtlinien haben eine Vorlage, die es gibt";
    "The platform knows sixteen templates of policies and no others. Correct the id."
        => "Die Plattform kennt sechzehn Vorlagen für Richtlinien und keine anderen. Die ID korrigieren.";
    "Policies have the parameters that their templates need"
        => "Richtlinien haben die Parameter, die ihre Vorlagen brauchen";
    "The template cannot do its work without this parameter. Add it."
        => "Die Vorlage kann ohne diesen Parameter ihre Arbeit nicht tun. Hinzufügen.";
    "Policies have the parameters of their templates only" => "Richtlinien haben nur die Parameter ihrer Vorlagen";
    "The template does not know this parameter, so it has no effect. Correct or remove it."
        => "Die Vorlage kennt diesen Parameter nicht, also hat er keine Wirkung. Korrigieren oder entfernen.";
    "Parameters of policies have values that the template takes"
        => "Parameter von Richtlinien haben Werte, die die Vorlage annimmt";
    "The parameter takes certain values only. Choose one of them."
        => "Der Parameter nimmt nur bestimmte Werte an. Einen von ihnen wählen.";
    "Policies run in a section of their template" => "Richtlinien laufen in einem Abschnitt ihrer Vorlage";
    "The template does not run in this section. Choose one of its sections."
        => "Die Vorlage läuft nicht in diesem Abschnitt. Einen ihrer Abschnitte wählen.";
    "Expressions in policies can be read" => "Ausdrücke in Richtlinien sind lesbar";
    "An expression that cannot be read is not evaluated. Correct it."
        => "Ein Ausdruck, der nicht lesbar ist, wird nicht ausgewertet. Korrigieren.";
}
