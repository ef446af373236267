//! What differs between two versions.

crate::texts::findings::german! {
    "{what} was added." => "{what} wurde hinzugefügt.";
    "{what} was removed." => "{what} wurde entfernt.";
    "{what} was changed." => "{what} wurde geändert.";
    "{what} stands in another order and means the same." => "{what} steht in anderer Reihenfolge und bedeutet dasselbe.";
    "“{place}”" => "“{place}”";
    "“{place}” of the parameter “{name}”" => "“{place}” des Parameters „{name}“";
    "“{place}” of the shared parameter “{name}”" => "“{place}” des gemeinsamen Parameters „{name}“";
    "“{place}” of the shared response “{name}”" => "“{place}” der gemeinsamen Antwort „{name}“";
    "“{place}” of the shared schema “{name}”" => "“{place}” des gemeinsamen Schemas „{name}“";
    "“{place}” of what the trigger receives" => "“{place}” der Benachrichtigung an den Trigger";
    "What the trigger receives" => "Die Benachrichtigung an den Trigger";
    "The shared parameter “{name}”" => "Der gemeinsame Parameter „{name}“";
    "The shared response “{name}”" => "Die gemeinsame Antwort „{name}“";
    "The shared schema “{name}”" => "Das gemeinsame Schema „{name}“";
    "The list of parameters" => "Die Liste der Parameter";
    "The icon" => "Das Icon";
    "The custom code" => "Der eigene Code";
    "The file “{name}”" => "Die Datei „{name}“";
    "The operation “{name}” was added." => "Die Operation „{name}“ wurde hinzugefügt.";
    "The operation “{name}” was removed." => "Die Operation „{name}“ wurde entfernt.";
    "The operation has another ID." => "Die Operation hat eine andere ID.";
    "The operation has another verb or path. Flows name it by its ID and find it."
        => "Die Operation hat ein anderes Verb oder einen anderen Pfad. Flows nennen sie bei ihrer ID und finden sie.";
    "The parameter “{name}” has another name." => "Der Parameter „{name}“ hat einen anderen Namen.";
    "The parameter “{name}” is sent in another part of the request."
        => "Der Parameter „{name}“ wird in einem anderen Teil der Anfrage gesendet.";
    "The parameter “{name}” was added." => "Der Parameter „{name}“ wurde hinzugefügt.";
    "The parameter “{name}” was removed." => "Der Parameter „{name}“ wurde entfernt.";
    "The required parameter “{name}” was added." => "Der erforderliche Parameter „{name}“ wurde hinzugefügt.";
    "The required parameter “{name}” was removed." => "Der erforderliche Parameter „{name}“ wurde entfernt.";
    "The security definition “{old}” has another name and says the same."
        => "Die Sicherheitsdefinition „{old}“ hat einen anderen Namen und sagt dasselbe.";
}
