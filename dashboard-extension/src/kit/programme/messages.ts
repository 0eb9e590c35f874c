import { defineMessages } from "react-intl";

export default defineMessages({
  all: { id: "programme.all", defaultMessage: "All programmes" },
  name: { id: "programme.name", defaultMessage: "Name" },
  slug: { id: "programme.slug", defaultMessage: "Short name" },
  slugHint: {
    id: "programme.slug-hint",
    defaultMessage: "Lower-case letters, digits, - and _. It never changes.",
  },
  slugWrong: {
    id: "programme.slug-wrong",
    defaultMessage: "Lower-case letters, digits, - and _, at most 50 of them.",
  },
  channels: { id: "programme.channels", defaultMessage: "Channels" },
  channelsHint: {
    id: "programme.channels-hint",
    defaultMessage: "None chosen: all channels that no other programme names.",
  },
  otherChannels: {
    id: "programme.other-channels",
    defaultMessage: "All that no other programme names",
  },
  state: { id: "programme.state", defaultMessage: "State" },
  active: { id: "programme.active", defaultMessage: "Active" },
  notYet: { id: "programme.not-yet", defaultMessage: "Not begun" },
  archived: { id: "programme.archived", defaultMessage: "Archived" },
  inForce: { id: "programme.in-force", defaultMessage: "In force" },
  upcoming: { id: "programme.upcoming", defaultMessage: "Upcoming" },
  draft: { id: "programme.draft", defaultMessage: "Draft" },
  earlier: { id: "programme.earlier", defaultMessage: "Earlier" },
  version: { id: "programme.version", defaultMessage: "Version {number}" },
  versions: { id: "programme.versions", defaultMessage: "Versions" },
  since: { id: "programme.since", defaultMessage: "In force since" },
  from: { id: "programme.from", defaultMessage: "From" },
  none: {
    id: "programme.none",
    defaultMessage:
      "There is no programme yet. It says how many points a purchase brings and what they are worth.",
  },
  create: { id: "programme.create", defaultMessage: "Create programme" },
  created: {
    id: "programme.created",
    defaultMessage: "Created the programme with its first draft",
  },
  createIntro: {
    id: "programme.create-intro",
    defaultMessage:
      "It begins as a draft: one point for one of each currency, 100 points for one. Nothing is in force before you activate it.",
  },
  details: { id: "programme.details", defaultMessage: "Details" },
  saved: { id: "programme.saved", defaultMessage: "Saved changes" },
  gone: { id: "programme.gone", defaultMessage: "There is no such programme or version." },
  openDraft: { id: "programme.open-draft", defaultMessage: "Open draft" },
  change: { id: "programme.change", defaultMessage: "Change rules" },
  draftWaits: {
    id: "programme.draft-waits",
    defaultMessage: "Version {number} is being written. Nothing of it is in force yet.",
  },
  archive: { id: "programme.archive", defaultMessage: "Archive programme" },
  archiveTitle: { id: "programme.archive-title", defaultMessage: "Archive {name}?" },
  archiveText: {
    id: "programme.archive-text",
    defaultMessage:
      "From now on nothing earns points by it and points pay nothing in its channels. Members keep what they have earned. This cannot be undone.",
  },
  archiveDone: { id: "programme.archive-done", defaultMessage: "Archived the programme" },
  deleteDraft: { id: "programme.delete-draft", defaultMessage: "Delete draft" },
  deleteDraftTitle: {
    id: "programme.delete-draft-title",
    defaultMessage: "Delete version {number}?",
  },
  deleteDraftText: {
    id: "programme.delete-draft-text",
    defaultMessage: "What is written in this draft is lost. What is in force stays as it is.",
  },
  draftDeleted: { id: "programme.draft-deleted", defaultMessage: "Deleted the draft" },
  saveDraft: { id: "programme.save-draft", defaultMessage: "Save draft" },
  draftSaved: { id: "programme.draft-saved", defaultMessage: "Saved the draft" },
  activate: { id: "programme.activate", defaultMessage: "Put in force" },
  activateTitle: {
    id: "programme.activate-title",
    defaultMessage: "Put version {number} in force?",
  },
  activateText: {
    id: "programme.activate-text",
    defaultMessage:
      "What is paid from then on earns by this version. What was earned before keeps its own rules. A version in force can be replaced by another one, never changed.",
  },
  activateNow: { id: "programme.activate-now", defaultMessage: "At once" },
  activateLater: { id: "programme.activate-later", defaultMessage: "Later" },
  activateWhen: { id: "programme.activate-when", defaultMessage: "When" },
  activateAt: { id: "programme.activate-at", defaultMessage: "In force from" },
  activated: { id: "programme.activated", defaultMessage: "Version {number} is in force" },
  activatedLater: {
    id: "programme.activated-later",
    defaultMessage: "Version {number} comes into force on {date}",
  },
  unsaved: { id: "programme.unsaved", defaultMessage: "Save the draft first." },
  rulesElsewhere: {
    id: "programme.rules-elsewhere",
    defaultMessage:
      "Bonuses, multipliers and their limits are written under <link>Earning rules</link>.",
  },
  findings: { id: "programme.findings", defaultMessage: "Checks" },
  findingsNone: { id: "programme.findings-none", defaultMessage: "Nothing looks odd." },
  findingsIntro: {
    id: "programme.findings-intro",
    defaultMessage: "Of the version as it was saved last.",
  },
  error: { id: "programme.error", defaultMessage: "Error" },
  warning: { id: "programme.warning", defaultMessage: "Warning" },
  note: { id: "programme.note", defaultMessage: "Note" },
  tryOrder: { id: "programme.try-order", defaultMessage: "Try it on an order" },
  tryIntro: {
    id: "programme.try-intro",
    defaultMessage: "What a past order would earn, also by what is not saved yet.",
  },
  order: { id: "programme.order", defaultMessage: "Order" },
  orderChoice: { id: "programme.order-choice", defaultMessage: "No. {number} · {total} · {date}" },
  noOrders: { id: "programme.no-orders", defaultMessage: "The shop has no orders yet." },
  nowEarns: { id: "programme.now-earns", defaultMessage: "In force now" },
  thisEarns: { id: "programme.this-earns", defaultMessage: "This version" },
  pointsAndGrowth: {
    id: "programme.points-and-growth",
    defaultMessage: "{points, plural, one {# point} other {# points}} · {growth, number} growth",
  },
  withCampaign: { id: "programme.with-campaign", defaultMessage: "With this campaign" },
  notYetValid: { id: "programme.not-yet-valid", defaultMessage: "Not to be said yet" },
  noSuchOrder: { id: "programme.no-such-order", defaultMessage: "No order has this number." },
  orderHint: {
    id: "programme.order-hint",
    defaultMessage: "One of the newest, or search by number or e-mail.",
  },
  whole: { id: "programme.whole", defaultMessage: "As a whole" },
  rates: { id: "programme.rates", defaultMessage: "What money brings" },
  ratesIntro: {
    id: "programme.rates-intro",
    defaultMessage: "The rates in each currency of the shop.",
  },
  basis: { id: "programme.basis", defaultMessage: "Which money earns" },
  basisIntro: {
    id: "programme.basis-intro",
    defaultMessage: "Every discount, gift card and what is paid with points is taken off before.",
  },
  usable: { id: "programme.usable", defaultMessage: "When points can be used" },
  usableIntro: {
    id: "programme.usable-intro",
    defaultMessage: "Until then they are shown as pending.",
  },
  expiry: { id: "programme.expiry", defaultMessage: "When points expire" },
  expiryIntro: {
    id: "programme.expiry-intro",
    defaultMessage: "Points that are nearest to their end are spent first.",
  },
  checkout: { id: "programme.checkout", defaultMessage: "Paying with points" },
  checkoutIntro: {
    id: "programme.checkout-intro",
    defaultMessage: "What points are worth at checkout, and how many may be used.",
  },
  general: { id: "programme.general", defaultMessage: "In general" },
  generalIntro: {
    id: "programme.general-intro",
    defaultMessage: "For everything this programme does.",
  },
});
