// What Prism refuses though the call is as it should be, one by one, each with the reason.

/** @type {{ call: RegExp, refusal: RegExp, reason: string, count: number }[]} */
const FAULTS = [
  {
    call: /#/,
    refusal: /^NO_(PATH|METHOD)_MATCHED_ERROR/,
    reason: "A path may end in a fragment, which tells operations apart and is never sent. Prism looks for it.",
    count: 0,
  },
  {
    call: /petstore.* GET \/pets /,
    refusal: /^no answer: Space\/pipe\/comma/,
    reason: "Prism throws where a list with blanks between has its type in a list, or has a type that is none.",
    count: 0,
  },
  {
    call: /webhooks-two-requests-in-webhook.* GET \/pets /,
    refusal: /^type at request\.query\.variable2\.0/,
    reason: "Prism decodes the query, and then looks for %20 between the items of a list with blanks between.",
    count: 0,
  },
  {
    call: /webhooks-two-requests-in-webhook.* \/pets /,
    refusal: /^required at request\.path: .*'petid'/,
    reason: "The description asks for a parameter in a path that has no place for it. No call can have it.",
    count: 0,
  },
  {
    call: /TaxFactDataService.* \/api\/v1\/Mapping\/ReadFileColumns /,
    refusal: /^type at request\.body\.files: .*array,null/,
    reason: "A form with one file in a list of files has one part. Prism takes it for no list.",
    count: 0,
  },
  {
    call: /mineskin\.org.* POST \/generate\/upload /,
    refusal: /^415 at request/,
    reason: "The form holds texts alone, but a file is in it. Tenon sends it in parts, and the report says so.",
    count: 0,
  },
  // What the samples lack: they end at a depth.
  {
    call: /TransferService.* POST \/transfers /,
    refusal: /^Too many violations! .*must have required property/,
    reason: "The sample ends above the address of the account, which asks for a country.",
    count: 0,
  },
  {
    call: /petstore-detailed.* PUT \/pet /,
    refusal: /^(required|minItems) at request\.body\.friend/,
    reason: "The sample ends within the friend of a friend, who asks for a name.",
    count: 0,
  },
];

/** Whether a refusal is passed over. */
export function isPassedOver(call, refusal) {
  const fault = FAULTS.find((fault) => fault.call.test(call) && fault.refusal.test(refusal));
  if (fault) fault.count += 1;
  return fault !== undefined;
}

/** The reasons for which nothing was passed over: they may be gone. */
export function unusedReasons() {
  return FAULTS.filter(({ count }) => count === 0).map(({ reason }) => reason);
}
