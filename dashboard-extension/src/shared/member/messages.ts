import { defineMessages } from "react-intl";

/** What pages and widgets say alike of one member. */
export default defineMessages({
  points: { id: "member.points", defaultMessage: "Points" },
  growth: { id: "member.growth", defaultMessage: "Growth" },
  howComputed: { id: "member.how-computed", defaultMessage: "How it was computed" },
  basis: { id: "member.basis", defaultMessage: "Money that earns: {money}" },
  rule: { id: "member.rule", defaultMessage: "Rule" },
  counts: { id: "member.counts", defaultMessage: "How it counts" },
  ownRate: { id: "member.own-rate", defaultMessage: "Programme" },
  exactly2: { id: "member.exactly2", defaultMessage: "exactly {exact}" },
  cut: { id: "member.cut", defaultMessage: "{points} not given: {why}" },
  inAll: { id: "member.in-all", defaultMessage: "In all" },
  byLine: { id: "member.by-line", defaultMessage: "By line of the order" },
  line: { id: "member.line", defaultMessage: "Line" },
  paid: { id: "member.paid", defaultMessage: "Paid" },
  earns: { id: "member.earns", defaultMessage: "Earns on" },
  passedOver: { id: "member.passed-over", defaultMessage: "Rules that brought nothing" },
  adjusted: { id: "member.adjusted", defaultMessage: "The points were changed" },
  atLeastOne: { id: "member.at-least-one", defaultMessage: "At least 1." },
  notSoMany: {
    id: "member.not-so-many",
    defaultMessage: "There are only {points, plural, one {# point} other {# points}} to take.",
  },
  reasonNeeded: { id: "member.reason-needed", defaultMessage: "A reason is needed." },
  tooMany: {
    id: "member.too-many",
    defaultMessage: "At most {points, number} at once.",
  },
  meant: {
    id: "member.meant",
    defaultMessage: "Yes, {points, plural, one {# point} other {# points}} are meant",
  },
  sayIt: { id: "member.say-it", defaultMessage: "So many at once: say that it is no slip." },
  takePoints: {
    id: "member.take-points",
    defaultMessage: "{points, plural, =0 {Take points} one {Take # point} other {Take # points}}",
  },
  givePoints: {
    id: "member.give-points",
    defaultMessage: "{points, plural, =0 {Give points} one {Give # point} other {Give # points}}",
  },
  way: { id: "member.way", defaultMessage: "What happens" },
  give: { id: "member.give", defaultMessage: "Give points" },
  take: { id: "member.take", defaultMessage: "Take points" },
  reason: { id: "member.reason", defaultMessage: "Reason" },
  reasonHint: {
    id: "member.reason-hint",
    defaultMessage: "The member reads it in their history.",
  },
  balanceNow: { id: "member.balance-now", defaultMessage: "Available now: {points}" },
  balanceAfterwards: { id: "member.balance-afterwards", defaultMessage: "Afterwards: {points}" },
  paysDebt: { id: "member.pays-debt", defaultMessage: "{points} of them pay what is owed" },
  topTier: { id: "member.top-tier", defaultMessage: "The top of the ladder" },
  progressTo: { id: "member.progress-to", defaultMessage: "{percent} of the way to {tier}" },
  progressMissing: {
    id: "member.progress-missing",
    defaultMessage:
      "{growth, plural, one {# more growth point} other {# more growth points}} to {tier}",
  },
});
