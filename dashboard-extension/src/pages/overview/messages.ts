import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "overview.title", defaultMessage: "Overview" },
  range: { id: "overview.range", defaultMessage: "Days" },
  range7: { id: "overview.range7", defaultMessage: "Last 7 days" },
  range30: { id: "overview.range30", defaultMessage: "Last 30 days" },
  range90: { id: "overview.range90", defaultMessage: "Last 90 days" },
  range365: { id: "overview.range365", defaultMessage: "Last 12 months" },
  rangeCustom: { id: "overview.range-custom", defaultMessage: "Chosen days" },
  since: { id: "overview.since", defaultMessage: "From" },
  until: { id: "overview.until", defaultMessage: "Until" },
  by: { id: "overview.by", defaultMessage: "By" },
  byDAY: { id: "overview.by-day", defaultMessage: "Day" },
  byWEEK: { id: "overview.by-week", defaultMessage: "Week" },
  byMONTH: { id: "overview.by-month", defaultMessage: "Month" },
  channel: { id: "overview.channel", defaultMessage: "Channel" },
  allChannels: { id: "overview.all-channels", defaultMessage: "All channels" },
  currency: { id: "overview.currency", defaultMessage: "Currency" },
  allCurrencies: { id: "overview.all-currencies", defaultMessage: "All currencies" },
  wrongDays: {
    id: "overview.wrong-days",
    defaultMessage: "The last day lies before the first one.",
  },
  members: { id: "overview.members", defaultMessage: "Members" },
  joined: {
    id: "overview.joined",
    defaultMessage: "{members, plural, one {# joined} other {# joined}} in these days",
  },
  issued: { id: "overview.issued", defaultMessage: "Issued" },
  spent: { id: "overview.spent", defaultMessage: "Spent" },
  expired: { id: "overview.expired", defaultMessage: "Expired" },
  takenBack: { id: "overview.taken-back", defaultMessage: "Taken back" },
  adjusted: { id: "overview.adjusted", defaultMessage: "Taken by staff" },
  outstanding: { id: "overview.outstanding", defaultMessage: "Outstanding" },
  outstandingNote: {
    id: "overview.outstanding-note",
    defaultMessage: "{available} available, {pending} pending, {held} set aside",
  },
  owed: { id: "overview.owed", defaultMessage: "{points} owed" },
  redemptionRate: { id: "overview.redemption-rate", defaultMessage: "Redemption rate" },
  rateNote: { id: "overview.rate-note", defaultMessage: "Spent of what was issued" },
  noRate: { id: "overview.no-rate", defaultMessage: "Nothing was issued" },
  inTime: { id: "overview.in-time", defaultMessage: "Points over time" },
  inTimeIntro: {
    id: "overview.in-time-intro",
    defaultMessage: "What came and what went, {from} – {until}.",
  },
  figures: { id: "overview.figures", defaultMessage: "The same figures as a table" },
  period: { id: "overview.period", defaultMessage: "From" },
  tiers: { id: "overview.tiers", defaultMessage: "Members by tier" },
  noTier: { id: "overview.no-tier", defaultMessage: "No tier" },
  tierShare: { id: "overview.tier-share", defaultMessage: "{members} ({share})" },
  tierMembers: {
    id: "overview.tier-members",
    defaultMessage: "{members, plural, one {# member} other {# members}}",
  },
  nothing: { id: "overview.nothing", defaultMessage: "Nothing was issued or spent in these days" },
  toDo: { id: "overview.to-do", defaultMessage: "To do" },
  startTitle: { id: "overview.start-title", defaultMessage: "Set up your programme" },
  startText: {
    id: "overview.start-text",
    defaultMessage:
      "Choose a ready programme, see what it would have given on your past orders, and switch it on.",
  },
  start: { id: "overview.start", defaultMessage: "Begin" },
  toDo_redemptions: {
    id: "overview.to-do-redemptions",
    defaultMessage: "{number, plural, one {# redemption} other {# redemptions}} to fulfil",
  },
  toDo_prizes: {
    id: "overview.to-do-prizes",
    defaultMessage: "{number, plural, one {# prize} other {# prizes}} to hand over",
  },
  toDo_codes: {
    id: "overview.to-do-codes",
    defaultMessage: "{number, plural, one {# gift waits} other {# gifts wait}} for codes",
  },
  toDo_reviews: {
    id: "overview.to-do-reviews",
    defaultMessage: "{number, plural, one {# review} other {# reviews}} to look at",
  },
  toDo_referrals: {
    id: "overview.to-do-referrals",
    defaultMessage: "{number, plural, one {# referral} other {# referrals}} to decide",
  },
  toDo_facts: {
    id: "overview.to-do-facts",
    defaultMessage:
      "{number, plural, one {# event of the shop} other {# events of the shop}} could not be taken in",
  },
  toDo_effects: {
    id: "overview.to-do-effects",
    defaultMessage:
      "{number, plural, one {# change} other {# changes}} could not be made in the shop",
  },
});
