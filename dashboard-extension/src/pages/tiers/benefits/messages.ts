import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "benefits.title", defaultMessage: "Benefits" },
  views: { id: "benefits.views", defaultMessage: "Lists of benefits" },
  uses: { id: "benefits.uses", defaultMessage: "Uses" },
  gifts: { id: "benefits.gifts", defaultMessage: "Gifts" },
  noUses: {
    id: "benefits.no-uses",
    defaultMessage:
      "Nobody has used a benefit. Free returns, samples and services are written down here when your team uses them up for a member.",
  },
  noGifts: {
    id: "benefits.no-gifts",
    defaultMessage:
      "No benefit has given anything. Coupons, birthday gifts and partners’ codes of members stand here.",
  },
  nothingFits: { id: "benefits.nothing-fits", defaultMessage: "Nothing fits the filters." },
  useUp: { id: "benefits.use-up", defaultMessage: "Use up a benefit" },
  used: { id: "benefits.used", defaultMessage: "Written down" },
  when: { id: "benefits.when", defaultMessage: "When" },
  member: { id: "benefits.member", defaultMessage: "Member" },
  searching: { id: "benefits.searching", defaultMessage: "Searching…" },
  findMember: { id: "benefits.find-member", defaultMessage: "Name, e-mail or code" },
  benefit: { id: "benefits.benefit", defaultMessage: "Benefit" },
  quantity: { id: "benefits.quantity", defaultMessage: "Number" },
  period: { id: "benefits.period", defaultMessage: "Period" },
  order: { id: "benefits.order", defaultMessage: "Order" },
  orderId: { id: "benefits.order-id", defaultMessage: "Order’s id" },
  note: { id: "benefits.note", defaultMessage: "Note" },
  noteHint: { id: "benefits.note-hint", defaultMessage: "For your team; members do not see it." },
  by: { id: "benefits.by", defaultMessage: "By" },
  status: { id: "benefits.status", defaultMessage: "Status" },
  undone: { id: "benefits.undone", defaultMessage: "Given back" },
  undoneBy: { id: "benefits.undone-by", defaultMessage: "{date}, by {who}" },
  undo: { id: "benefits.undo", defaultMessage: "Give back" },
  undoOne: { id: "benefits.undo-one", defaultMessage: "Give back: {benefit}, {member}" },
  undoTitle: { id: "benefits.undo-title", defaultMessage: "Give this use back?" },
  undoText: {
    id: "benefits.undo-text",
    defaultMessage:
      "{member} can use “{benefit}” {quantity, plural, one {once} other {# times}} more in this period. The entry stays, marked as given back; it cannot be counted again.",
  },
  undoDone: { id: "benefits.undo-done", defaultMessage: "Given back" },
  chooseMember: { id: "benefits.choose-member", defaultMessage: "Choose a member." },
  chooseBenefit: { id: "benefits.choose-benefit", defaultMessage: "Choose a benefit." },
  noQuotas: {
    id: "benefits.no-quotas",
    defaultMessage:
      "This member has no benefit that your team uses up (free returns, samples with a number, services).",
  },
  left: {
    id: "benefits.left",
    defaultMessage: "{name} · {left, number} of {allowed, number} left",
  },
  leftAny: { id: "benefits.left-any", defaultMessage: "{name} · as often as wanted" },
  atLeastOne: { id: "benefits.at-least-one", defaultMessage: "One or more, please." },
  notSoMany: {
    id: "benefits.not-so-many",
    defaultMessage:
      "{left, plural, =0 {None is left.} one {Only # is left.} other {Only # are left.}}",
  },
  useUpText: {
    id: "benefits.use-up-text",
    defaultMessage:
      "What is used up here counts against what the member’s tier or membership gives.",
  },
  gift: { id: "benefits.gift", defaultMessage: "Gift" },
  points: {
    id: "benefits.points",
    defaultMessage: "{points, plural, one {# point} other {# points}}",
  },
  due: { id: "benefits.due", defaultMessage: "Being made" },
  given: { id: "benefits.given", defaultMessage: "With the member" },
  nothingLeft: { id: "benefits.nothing-left", defaultMessage: "Waits for a code" },
  withdrawn: { id: "benefits.withdrawn", defaultMessage: "Taken back" },
  from: { id: "benefits.from", defaultMessage: "From" },
  tierNamed: { id: "benefits.tier-named", defaultMessage: "Tier {slug}" },
  planNamed: { id: "benefits.plan-named", defaultMessage: "Membership {slug}" },
  rewardNamed: { id: "benefits.reward-named", defaultMessage: "Reward {slug}" },
  code: { id: "benefits.code", defaultMessage: "Code" },
  until: { id: "benefits.until", defaultMessage: "Valid until" },
  withdraw: { id: "benefits.withdraw", defaultMessage: "Take back" },
  withdrawOne: { id: "benefits.withdraw-one", defaultMessage: "Take back: {gift}, {member}" },
  withdrawTitle: {
    id: "benefits.withdraw-title",
    defaultMessage: "Take “{gift}” back from {member}?",
  },
  withdrawText: {
    id: "benefits.withdraw-text",
    defaultMessage:
      "Its coupon or code is worth nothing any more, and the same is not given again in its period. What was used already stays used. This cannot be undone.",
  },
  withdrawWaiting: {
    id: "benefits.withdraw-waiting",
    defaultMessage:
      "The member waits for it no more, and the same is not given again in its period. This cannot be undone.",
  },
  reason: { id: "benefits.reason", defaultMessage: "Reason" },
  reasonHint: {
    id: "benefits.reason-hint",
    defaultMessage: "For your team; it stays in the records.",
  },
  withdrawDone: { id: "benefits.withdraw-done", defaultMessage: "Taken back" },
  BIRTHDAY_GIFT: { id: "benefits.kind-birthday-gift", defaultMessage: "Birthday gift" },
  CHEAPER_REWARDS: { id: "benefits.kind-cheaper-rewards", defaultMessage: "Cheaper rewards" },
  CONTACT: { id: "benefits.kind-contact", defaultMessage: "Contact of your own" },
  COUPONS: { id: "benefits.kind-coupons", defaultMessage: "Coupons" },
  EARLY_ACCESS: { id: "benefits.kind-early-access", defaultMessage: "Early access" },
  FREE_RETURNS: { id: "benefits.kind-free-returns", defaultMessage: "Free returns" },
  FREE_SHIPPING: { id: "benefits.kind-free-shipping", defaultMessage: "Free shipping" },
  MEMBERS_ONLY: { id: "benefits.kind-members-only", defaultMessage: "Products for members only" },
  MULTIPLIER: { id: "benefits.kind-multiplier", defaultMessage: "More points" },
  PARTNER_CODES: { id: "benefits.kind-partner-codes", defaultMessage: "Partner’s code" },
  PRICE_OFF: { id: "benefits.kind-price-off", defaultMessage: "Member price" },
  PRIORITY: { id: "benefits.kind-priority", defaultMessage: "Priority handling" },
  SAMPLES: { id: "benefits.kind-samples", defaultMessage: "Samples" },
  SERVICE: { id: "benefits.kind-service", defaultMessage: "Service" },
});
