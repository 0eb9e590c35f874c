import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "settings.title", defaultMessage: "Settings" },
  shop: { id: "settings.shop", defaultMessage: "Shop" },
  timeZone: { id: "settings.time-zone", defaultMessage: "Time zone" },
  version: { id: "settings.version", defaultMessage: "Loyalty version" },
  hostVersion: { id: "settings.host-version", defaultMessage: "Shop software" },
  channels: { id: "settings.channels", defaultMessage: "Channels" },
  channelsIntro: {
    id: "settings.channels-intro",
    defaultMessage:
      "Channels and currencies are the shop’s own. A channel earns points once a programme in force covers it.",
  },
  channel: { id: "settings.channel", defaultMessage: "Channel" },
  currency: { id: "settings.currency", defaultMessage: "Currency" },
  country: { id: "settings.country", defaultMessage: "Country" },
  programme: { id: "settings.programme", defaultMessage: "Programme" },
  noProgramme: { id: "settings.no-programme", defaultMessage: "None" },
  inactive: { id: "settings.inactive", defaultMessage: "inactive" },
  noChannels: { id: "settings.no-channels", defaultMessage: "The shop has no channels yet." },
  languages: { id: "settings.languages", defaultMessage: "Languages" },
  languagesIntro: {
    id: "settings.languages-intro",
    defaultMessage:
      "Members are spoken to in these languages. Names and descriptions that you write can have a text in each; where one is missing, the first that you wrote is shown.",
  },
  access: { id: "settings.access", defaultMessage: "Who may do what" },
  accessIntro: {
    id: "settings.access-intro",
    defaultMessage:
      "Access comes with the permissions of Saleor. Change them under Configuration, Permission groups.",
  },
  permission: { id: "settings.permission", defaultMessage: "Saleor’s permission" },
  opens: { id: "settings.opens", defaultMessage: "What it opens" },
  you: { id: "settings.you", defaultMessage: "You" },
  opensUsers: {
    id: "settings.opens-users",
    defaultMessage: "Members, their points and tiers, reviews, referrals, figures",
  },
  opensDiscounts: {
    id: "settings.opens-discounts",
    defaultMessage: "Programmes, campaigns, tiers, memberships, rewards, engagement",
  },
  opensOrders: {
    id: "settings.opens-orders",
    defaultMessage: "Redemptions to fulfil, group buys, points of an order, problems",
  },
  have: { id: "settings.have", defaultMessage: "You have it" },
  lack: { id: "settings.lack", defaultMessage: "You lack it" },
  addresses: { id: "settings.addresses", defaultMessage: "Addresses" },
  addressesIntro: {
    id: "settings.addresses-intro",
    defaultMessage: "For storefronts and for services that tell the shop of something.",
  },
  graphql: { id: "settings.graphql", defaultMessage: "GraphQL" },
  reviews: { id: "settings.reviews", defaultMessage: "Signed reviews" },
  manifest: { id: "settings.manifest", defaultMessage: "App manifest" },
});
