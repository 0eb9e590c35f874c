import { defineMessages } from "react-intl";

export default defineMessages({
  all: { id: "invitations.all", defaultMessage: "All invitations" },
  create: { id: "invitations.create", defaultMessage: "Create invitation" },
  none: {
    id: "invitations.none",
    defaultMessage:
      "There are no invitations. One is a code that lets whoever enters it into a tier.",
  },
  noTiers: {
    id: "invitations.no-tiers",
    defaultMessage: "There is no tier to invite into. Set up tiers first.",
  },
  code: { id: "invitations.code", defaultMessage: "Code" },
  tier: { id: "invitations.tier", defaultMessage: "Tier" },
  status: { id: "invitations.status", defaultMessage: "Status" },
  open: { id: "invitations.open", defaultMessage: "Open" },
  usedUp: { id: "invitations.used-up", defaultMessage: "Used up" },
  expired: { id: "invitations.expired", defaultMessage: "Expired" },
  off: { id: "invitations.off", defaultMessage: "Off" },
  tierGone: { id: "invitations.tier-gone", defaultMessage: "Tier no longer there" },
  lasts: { id: "invitations.lasts", defaultMessage: "Tier lasts" },
  months: {
    id: "invitations.months",
    defaultMessage: "{number, plural, one {# month} other {# months}}",
  },
  forGood: { id: "invitations.for-good", defaultMessage: "For good" },
  used: { id: "invitations.used", defaultMessage: "Used" },
  usedOf: { id: "invitations.used-of", defaultMessage: "{used, number} of {uses, number}" },
  usedAny: { id: "invitations.used-any", defaultMessage: "{used, number} · no cap" },
  until: { id: "invitations.until", defaultMessage: "Valid until" },
  noEnd: { id: "invitations.no-end", defaultMessage: "No end" },
  copy: { id: "invitations.copy", defaultMessage: "Copy {code}" },
  copied: { id: "invitations.copied", defaultMessage: "Copied" },
  notCopied: {
    id: "invitations.not-copied",
    defaultMessage: "The browser does not let us copy. Select the code and copy it yourself.",
  },
  turnOff: { id: "invitations.turn-off", defaultMessage: "Switch off" },
  turnOffOne: { id: "invitations.turn-off-one", defaultMessage: "Switch off {code}" },
  offTitle: { id: "invitations.off-title", defaultMessage: "Switch off the invitation {code}?" },
  offText: {
    id: "invitations.off-text",
    defaultMessage:
      "Nobody can use the code any more, and it cannot be switched on again. {used, plural, =0 {Nobody has used it.} one {The member who used it keeps the tier.} other {The # members who used it keep the tier.}}",
  },
  turnedOff: { id: "invitations.turned-off", defaultMessage: "The invitation is off" },
  codeHint: {
    id: "invitations.code-hint",
    defaultMessage:
      "4 to 64 letters from A to Z, digits and hyphens. Empty: one that cannot be guessed is made.",
  },
  codeWrong: {
    id: "invitations.code-wrong",
    defaultMessage: "4 to 64 letters from A to Z, digits and hyphens, please.",
  },
  monthsField: { id: "invitations.months-field", defaultMessage: "Months the tier lasts" },
  monthsHint: {
    id: "invitations.months-hint",
    defaultMessage: "From the day the code is used. Empty: for good.",
  },
  usesField: { id: "invitations.uses-field", defaultMessage: "How many members may use it" },
  usesHint: { id: "invitations.uses-hint", defaultMessage: "Each once. Empty: any number." },
  untilHint: { id: "invitations.until-hint", defaultMessage: "Empty: the code has no end." },
  atLeastOne: { id: "invitations.at-least-one", defaultMessage: "One or more, please." },
  past: { id: "invitations.past", defaultMessage: "This is in the past." },
  chooseTier: { id: "invitations.choose-tier", defaultMessage: "Choose a tier." },
  madeTitle: { id: "invitations.made-title", defaultMessage: "The invitation is ready" },
  madeText: {
    id: "invitations.made-text",
    defaultMessage: "Send this code to those you invite. They enter it in your shop.",
  },
  done: { id: "invitations.done", defaultMessage: "Done" },
});
