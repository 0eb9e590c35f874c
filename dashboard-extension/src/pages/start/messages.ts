import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "start.title", defaultMessage: "Guided start" },
  choose: { id: "start.choose", defaultMessage: "Choose a programme to begin with" },
  chooseIntro: {
    id: "start.choose-intro",
    defaultMessage:
      "Each is ready for your channels and currencies. Everything in it can be changed later, in drafts that you look at before they are in force.",
  },
  POINTS: { id: "start.points", defaultMessage: "Points only" },
  POINTSText: {
    id: "start.points-text",
    defaultMessage: "Members earn points for what they pay, and pay with them.",
  },
  GROWTH_TIERS: { id: "start.growth-tiers", defaultMessage: "New, Growth and VIP" },
  GROWTH_TIERSText: {
    id: "start.growth-tiers-text",
    defaultMessage: "Points, and three tiers that members climb by all they have bought so far.",
  },
  SPEND_TIERS: { id: "start.spend-tiers", defaultMessage: "Silver and Gold by money spent" },
  SPEND_TIERSText: {
    id: "start.spend-tiers-text",
    defaultMessage: "Points, and two tiers by the money spent in the last twelve months.",
  },
  MEMBERSHIP: { id: "start.membership", defaultMessage: "Paid membership" },
  MEMBERSHIPText: {
    id: "start.membership-text",
    defaultMessage: "Points, and a membership that is sold as a product of your shop.",
  },
  rates: { id: "start.rates", defaultMessage: "What a point is worth" },
  earns: { id: "start.earns", defaultMessage: "1 point for" },
  pays: { id: "start.pays", defaultMessage: "100 points pay" },
  currency: { id: "start.currency", defaultMessage: "Currency" },
  preview: { id: "start.preview", defaultMessage: "On your latest orders" },
  previewIntro: {
    id: "start.preview-intro",
    defaultMessage:
      "What your past orders would have earned. Nothing is given for them: orders paid from now on earn.",
  },
  previewSum: {
    id: "start.preview-sum",
    defaultMessage:
      "{orders, plural, one {# order} other {# orders}} of {customers, plural, one {# customer} other {# customers}}: {points, plural, one {# point} other {# points}} that would pay {worth}",
  },
  order: { id: "start.order", defaultMessage: "Order" },
  customer: { id: "start.customer", defaultMessage: "Customer" },
  date: { id: "start.date", defaultMessage: "Date" },
  total: { id: "start.total", defaultMessage: "Total" },
  points: { id: "start.earned", defaultMessage: "Points" },
  growth: { id: "start.growth", defaultMessage: "Growth" },
  noOrders: {
    id: "start.no-orders",
    defaultMessage: "The shop has no orders yet. The first that is paid will earn.",
  },
  noChannels: {
    id: "start.no-channels",
    defaultMessage: "The shop has no channels yet. Make one in Saleor first, then come back.",
  },
  details: { id: "start.details", defaultMessage: "Last questions" },
  timeZone: { id: "start.time-zone", defaultMessage: "Time zone" },
  timeZoneHint: {
    id: "start.time-zone-hint",
    defaultMessage: "Days of the programme begin and end by it: birthdays, daily limits, expiry.",
  },
  variant: { id: "start.variant", defaultMessage: "The product that is the membership" },
  variantHint: {
    id: "start.variant-hint",
    defaultMessage: "Who pays for this variant is a member for the plan’s time. It needs no stock.",
  },
  variantNeeded: {
    id: "start.variant-needed",
    defaultMessage: "Choose the product whose purchase begins the membership.",
  },
  go: { id: "start.go", defaultMessage: "Put it in force" },
  goTitle: { id: "start.go-title", defaultMessage: "Put “{name}” in force?" },
  goText: {
    id: "start.go-text",
    defaultMessage:
      "Orders paid from now on earn points in all active channels, and members see their points at once. You can change or end the programme at any time.",
  },
  started: { id: "start.started", defaultMessage: "The programme is in force" },
  already: { id: "start.already", defaultMessage: "This shop has a programme already" },
  alreadyText: {
    id: "start.already-text",
    defaultMessage: "The guided start is for a shop that has none. Change yours on its own page.",
  },
  openProgramme: { id: "start.open-programme", defaultMessage: "Open the programme" },
});
