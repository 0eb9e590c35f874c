import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "shares.title", defaultMessage: "Shared links" },
  settings: { id: "shares.settings", defaultMessage: "Shared link settings" },
  page: { id: "shares.page", defaultMessage: "Page" },
  member: { id: "shares.member", defaultMessage: "Shared by" },
  visits: { id: "shares.visits", defaultMessage: "Visits" },
  counted: { id: "shares.counted", defaultMessage: "Counted" },
  orders: { id: "shares.orders", defaultMessage: "Orders" },
  rewarded: { id: "shares.rewarded", defaultMessage: "Rewarded" },
  created: { id: "shares.created", defaultMessage: "Shared on" },
  links: { id: "shares.links", defaultMessage: "Links" },
  points: { id: "shares.points", defaultMessage: "Points given" },
  ofMembers: {
    id: "shares.of-members",
    defaultMessage: "by {count, plural, one {# member} other {# members}}",
  },
  ofCounted: {
    id: "shares.of-counted",
    defaultMessage: "{count, plural, one {# gave} other {# gave}} something",
  },
  ofOrders: { id: "shares.of-orders", defaultMessage: "{rewarded} rewarded, {waiting} waiting" },
  ofPoints: { id: "shares.of-points", defaultMessage: "for visits and orders, not taken back" },
  noneSuch: { id: "shares.none-such", defaultMessage: "No links found" },
  none: {
    id: "shares.none",
    defaultMessage: "No links yet. They appear here once members share a page.",
  },
  offNow: {
    id: "shares.off-now",
    defaultMessage: "Sharing is switched off: links give nothing now.",
  },
  enabled: { id: "shares.enabled", defaultMessage: "Members can share links" },
  enabledHint: {
    id: "shares.enabled-hint",
    defaultMessage:
      "Visits by a link, and first orders of those who came by it, are worth something to who shared it.",
  },
  switchOn: {
    id: "shares.switch-on",
    defaultMessage:
      "From now on members can share pages, and visits and orders by their links are given what is set here. Links of earlier days work again.",
  },
  switchOff: {
    id: "shares.switch-off",
    defaultMessage:
      "From now on no new links are made and visits give nothing. Links still lead to their pages; orders that wait for their return time are rewarded when you switch it on again.",
  },
});
