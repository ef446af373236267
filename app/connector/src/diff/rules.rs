//! Which changes reach those who use a connector, and why.

use serde::Serialize;

/// What a change does to those who use the connector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// Flows and apps that use the connector stop working, or cannot be saved any more.
    Breaks,
    /// They go on, and may send or receive something else.
    Alters,
}

/// A rule that says whom a kind of change reaches.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EffectRule {
    /// A name to search for.
    pub id: &'static str,
    /// What it does.
    pub effect: Effect,
    /// The kind of change, in one sentence.
    pub title: &'static str,
    /// Why it reaches them, and what to do instead.
    pub why: &'static str,
}

macro_rules! effects {
    ($($(#[doc = $why:literal])+ $name:ident = $id:literal, $effect:ident, $title:literal;)+) => {
        $(
            $(#[doc = $why])+
            pub(super) static $name: EffectRule = EffectRule {
                id: $id,
                effect: Effect::$effect,
                title: $title,
                why: concat!($($why),+),
            };
        )+
        static ALL: &[&EffectRule] = &[$(&$name),+];
    };
}

effects! {
    /// Flows that call it fail. Deprecate it first, and remove it when nothing calls it any more.
    OPERATION_REMOVED = "OperationRemoved", Breaks, "An operation was removed";
    /// Flows name operations by their ID and do not find this one under a new one. Keep the ID.
    OPERATION_ID_CHANGED = "OperationIdChanged", Breaks, "An operation has another ID";
    /// Flows were built for an action, or for one kind of trigger, and cannot take the other for it.
    TRIGGER_CHANGED = "TriggerChanged", Breaks, "An operation is another kind of trigger or action";
    /// Flows still fill it in. Keep it and hide it instead.
    PARAMETER_REMOVED = "ParameterRemoved", Breaks, "A parameter was removed";
    /// Existing flows do not fill it in. Make it optional, or give it a default.
    REQUIRED_PARAMETER_ADDED = "RequiredParameterAdded", Breaks, "A required parameter was added";
    /// Flows that leave it out stop working. Leave it optional, or give it a default.
    PARAMETER_MADE_REQUIRED = "ParameterMadeRequired", Breaks, "A parameter became required";
    /// What flows fill in may not fit any more.
    INPUT_TYPE_CHANGED = "InputTypeChanged", Breaks, "An input has another type or format";
    /// Flows may have chosen a value that is not offered any more.
    CHOICES_CHANGED = "ChoicesChanged", Breaks, "Values that were allowed are not any more";
    /// Flows that fill in nothing now send something else.
    DEFAULT_CHANGED = "DefaultChanged", Alters, "A default is another";
    /// Flows still fill it in, and it is not sent any more.
    INPUT_FIELD_REMOVED = "InputFieldRemoved", Breaks, "A field of the body was removed";
    /// Flows read it in later steps and find nothing.
    OUTPUT_FIELD_REMOVED = "OutputFieldRemoved", Breaks, "A field of a response was removed";
    /// Later steps of flows were built for the old type.
    OUTPUT_TYPE_CHANGED = "OutputTypeChanged", Breaks, "A response has another type or format";
    /// Later steps of flows use what it describes.
    RESPONSE_REMOVED = "ResponseRemoved", Breaks, "A successful response was removed";
    /// Existing connections were made for the old way and have to be made anew.
    AUTHENTICATION_CHANGED = "AuthenticationChanged", Breaks, "The authentication is another";
    /// Every call goes elsewhere. Make sure that the same API answers there.
    ADDRESS_CHANGED = "AddressChanged", Alters, "Calls go to another address";
    /// Policies rewrite requests and responses on their way.
    POLICIES_CHANGED = "PoliciesChanged", Alters, "Policies are others";
    /// The code answers in place of the plain call.
    CODE_CHANGED = "CodeChanged", Alters, "The custom code is another";
}

/// Every rule there is.
pub fn effect_rules() -> impl Iterator<Item = &'static EffectRule> {
    ALL.iter().copied()
}
