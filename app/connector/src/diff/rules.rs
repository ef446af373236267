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
    /// They do not notice, though it looks as if they might.
    Spares,
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
                why: concat!($($why),+).trim_ascii(),
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
    /// Flows name operations by their ID and find this one. Make sure that the API answers there.
    OPERATION_MOVED = "OperationMoved", Spares, "An operation has another path or verb";
    /// Flows were built for an action, or for one kind of trigger, and cannot take the other for it.
    TRIGGER_CHANGED = "TriggerChanged", Breaks, "An operation is another kind of trigger or action";
    /// Who builds a flow does not see it any more; the flows that have it go on.
    HIDDEN = "Hidden", Alters, "Something is hidden from those who build flows";
    /// Flows still fill it in. Keep it and hide it instead.
    PARAMETER_REMOVED = "ParameterRemoved", Breaks, "A parameter was removed";
    /// Flows fill in the old name, and the new one stays empty. Keep the name and give it another summary.
    PARAMETER_RENAMED = "ParameterRenamed", Breaks, "A parameter has another name";
    /// Flows fill parameters in by name, and some by place as well. Make sure that the API reads it there.
    PARAMETER_RELOCATED = "ParameterRelocated", Breaks, "A parameter is sent in another part of the request";
    /// Existing flows do not fill it in. Make it optional, or give it a default.
    REQUIRED_PARAMETER_ADDED = "RequiredParameterAdded", Breaks, "A required parameter was added";
    /// Flows that leave it out stop working. Leave it optional, or give it a default.
    PARAMETER_MADE_REQUIRED = "ParameterMadeRequired", Breaks, "An input became required";
    /// What flows fill in may not fit any more.
    INPUT_TYPE_CHANGED = "InputTypeChanged", Breaks, "An input has another type or format";
    /// The API gets the items of a list joined in another way, and may read them as one.
    COLLECTION_FORMAT_CHANGED = "CollectionFormatChanged", Breaks, "A list is joined in another way";
    /// Values with other characters than letters and digits arrive in another way. Make sure that the API reads them as before.
    ENCODING_CHANGED = "EncodingChanged", Alters, "A value of the path is encoded in another way";
    /// The platform fills in the address at which it is to be called back, and no longer where it did. Leave the mark where it is.
    CALLBACK_CHANGED = "CallbackChanged", Breaks, "A webhook is told where to call back in another field";
    /// Flows may have chosen a value that is not offered any more.
    CHOICES_REMOVED = "ChoicesRemoved", Breaks, "Values that were offered are not any more";
    /// Flows may have filled in a value that is not among them.
    CHOICES_ADDED = "ChoicesAdded", Breaks, "An input that was free is a fixed choice now";
    /// Flows may have filled in a value that is out of bounds now.
    BOUNDS_NARROWED = "BoundsNarrowed", Breaks, "The bounds of an input are narrower";
    /// Flows that fill in nothing now send something else.
    DEFAULT_CHANGED = "DefaultChanged", Alters, "A default is another";
    /// Flows still fill it in, and it is not sent any more.
    INPUT_FIELD_REMOVED = "InputFieldRemoved", Breaks, "A field of the body was removed";
    /// Flows still fill it in, and what is read-only must not be sent (Swagger 2.0, Schema Object). Leave it writable.
    INPUT_MADE_READ_ONLY = "InputMadeReadOnly", Breaks, "A field of the body became read-only";
    /// Flows may send fields of their own, which are refused now.
    INPUT_CLOSED = "InputClosed", Breaks, "A body takes no further fields";
    /// Requests or responses may have the form that is not understood any more.
    MEDIA_NARROWED = "MediaNarrowed", Breaks, "A content type is gone";
    /// Flows read it in later steps and find nothing.
    OUTPUT_FIELD_REMOVED = "OutputFieldRemoved", Breaks, "A field of a response was removed";
    /// Later steps of flows were built for the old type.
    OUTPUT_TYPE_CHANGED = "OutputTypeChanged", Breaks, "A response has another type";
    /// Later steps of flows may read the text in another way.
    OUTPUT_FORMAT_CHANGED = "OutputFormatChanged", Alters, "A field of a response has another format";
    /// Later steps of flows may know the old values only.
    OUTPUT_CHOICES_ADDED = "OutputChoicesAdded", Alters, "A response may hold values that it could not";
    /// Later steps of flows may rely on it, and do not find it at times.
    OUTPUT_MADE_OPTIONAL = "OutputMadeOptional", Alters, "A field of a response may be missing now";
    /// Later steps of flows use what it describes.
    RESPONSE_REMOVED = "ResponseRemoved", Breaks, "A successful response was removed";
    /// Existing connections were made for the old way and have to be made anew.
    AUTHENTICATION_CHANGED = "AuthenticationChanged", Breaks, "The authentication is another";
    /// Nobody but the definition names it. What requires it requires it by the new name.
    SECURITY_RENAMED = "SecurityRenamed", Spares, "A security definition has another name";
    /// Who connects anew signs in there; access that was granted is renewed as before. Make sure that the
    /// connector's app is registered there.
    SIGN_IN_CHANGED = "SignInChanged", Alters, "Signing in goes to another address";
    /// The new server does not know what the old one has granted, so every user has to sign in again. Keep the old
    /// refresh URL, or tell your users before.
    RENEWAL_CHANGED = "RenewalChanged", Breaks, "Access is renewed at another server";
    /// Nobody can connect before the new URL is registered with the identity provider; existing connections go on.
    /// Register it beside the old one first.
    REDIRECT_CHANGED = "RedirectChanged", Alters, "Signing in comes back to another redirect URL";
    /// Existing connections were not granted them. Who uses one has to sign in again.
    SCOPES_ADDED = "ScopesAdded", Alters, "The sign-in asks for more";
    /// Existing connections were made with it. Keep it and hide it instead.
    CONNECTION_PARAMETER_REMOVED = "ConnectionParameterRemoved", Breaks, "A parameter of the connection was removed";
    /// Existing connections have no value for it and have to be made anew. Make it optional.
    CONNECTION_PARAMETER_REQUIRED = "ConnectionParameterRequired", Breaks, "The connection requires more";
    /// Existing connections of this kind cannot be used any more. Keep it beside the new one.
    CONNECTION_SET_REMOVED = "ConnectionSetRemoved", Breaks, "A way to connect was removed";
    /// Every call goes elsewhere. Make sure that the same API answers there.
    ADDRESS_CHANGED = "AddressChanged", Alters, "Calls go to another address";
    /// Calls go to another place than before. Make sure that the same API answers there.
    ROUTING_CHANGED = "RoutingChanged", Alters, "A policy that sends calls elsewhere is another";
    /// Policies rewrite requests and responses on their way.
    POLICIES_CHANGED = "PoliciesChanged", Alters, "Policies are others";
    /// The code answers in place of the plain call.
    CODE_CHANGED = "CodeChanged", Alters, "The custom code is another";
}

/// Every rule there is.
pub fn effect_rules() -> impl Iterator<Item = &'static EffectRule> {
    ALL.iter().copied()
}
