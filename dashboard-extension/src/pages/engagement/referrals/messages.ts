import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "referrals.title", defaultMessage: "Referrals" },
  referral: { id: "referrals.referral", defaultMessage: "Referral" },
  settings: { id: "referrals.settings", defaultMessage: "Referral settings" },
  cases: { id: "referrals.cases", defaultMessage: "Show cases" },
  everything: { id: "referrals.everything", defaultMessage: "Show all" },
  friend: { id: "referrals.friend", defaultMessage: "Friend" },
  referrer: { id: "referrals.referrer", defaultMessage: "Brought by" },
  state: { id: "referrals.state", defaultMessage: "State" },
  points: { id: "referrals.points", defaultMessage: "Points" },
  brought: { id: "referrals.brought", defaultMessage: "Brought on" },
  due: { id: "referrals.due", defaultMessage: "Rewarded from" },
  HELD: { id: "referrals.state-held", defaultMessage: "Waits for you" },
  REGISTERED: { id: "referrals.state-registered", defaultMessage: "Registered" },
  ORDERED: { id: "referrals.state-ordered", defaultMessage: "Ordered" },
  REWARDED: { id: "referrals.state-rewarded", defaultMessage: "Rewarded" },
  REFUSED: { id: "referrals.state-refused", defaultMessage: "Ended" },
  tracesOf: {
    id: "referrals.traces-of",
    defaultMessage: "{count, plural, one {# trace} other {# traces}}",
  },
  none: {
    id: "referrals.none",
    defaultMessage: "No referrals yet. They appear here once members bring friends.",
  },
  noneSuch: { id: "referrals.none-such", defaultMessage: "No referrals found" },
  noCases: { id: "referrals.no-cases", defaultMessage: "No case waits for you." },
  offNow: {
    id: "referrals.off-now",
    defaultMessage: "Referrals are switched off: members cannot bring friends now.",
  },
  broughtBy: { id: "referrals.brought-by", defaultMessage: "{friend}" },
  about: { id: "referrals.about", defaultMessage: "About it" },
  how: { id: "referrals.how", defaultMessage: "How" },
  howCode: { id: "referrals.how-code", defaultMessage: "With a code" },
  howLink: { id: "referrals.how-link", defaultMessage: "By a link" },
  howCheckout: { id: "referrals.how-checkout", defaultMessage: "At the checkout" },
  order: { id: "referrals.order", defaultMessage: "Order that counts" },
  openOrder: { id: "referrals.open-order", defaultMessage: "Open order" },
  counts: { id: "referrals.counts", defaultMessage: "Counts for who brought them" },
  countsYes: { id: "referrals.counts-yes", defaultMessage: "Yes" },
  countsNo: { id: "referrals.counts-no", defaultMessage: "No, over the limit" },
  waits: { id: "referrals.waits", defaultMessage: "This case waits for a decision" },
  waitsText: {
    id: "referrals.waits-text",
    defaultMessage:
      "Nothing more is given until you decide. Members only read that it is being checked.",
  },
  waitsForOthers: {
    id: "referrals.waits-for-others",
    defaultMessage: "Nothing more is given until somebody decides who may manage points.",
  },
  against: { id: "referrals.against", defaultMessage: "What speaks against it" },
  againstIntro: {
    id: "referrals.against-intro",
    defaultMessage:
      "Only whether something is alike is kept, not the address, number or device itself.",
  },
  nothingAgainst: {
    id: "referrals.nothing-against",
    defaultMessage: "Nothing that was compared is alike.",
  },
  cleared: { id: "referrals.cleared", defaultMessage: "Staff have let this pass." },
  traceAddressReferrer: {
    id: "referrals.trace-address-referrer",
    defaultMessage: "Friend and referrer have the same postal address.",
  },
  traceAddressFriends: {
    id: "referrals.trace-address-friends",
    defaultMessage: "Several friends of this referrer have the same postal address.",
  },
  tracePhoneReferrer: {
    id: "referrals.trace-phone-referrer",
    defaultMessage: "Friend and referrer have the same phone number.",
  },
  tracePhoneFriends: {
    id: "referrals.trace-phone-friends",
    defaultMessage: "Several friends of this referrer have the same phone number.",
  },
  traceDeviceReferrer: {
    id: "referrals.trace-device-referrer",
    defaultMessage: "Friend and referrer used the same device.",
  },
  traceDeviceFriends: {
    id: "referrals.trace-device-friends",
    defaultMessage: "Several friends of this referrer used the same device.",
  },
  traceEmailReferrer: {
    id: "referrals.trace-email-referrer",
    defaultMessage: "The e-mail addresses of friend and referrer lead to the same mailbox.",
  },
  traceEmailFriends: {
    id: "referrals.trace-email-friends",
    defaultMessage:
      "The e-mail addresses of several friends of this referrer lead to the same mailbox.",
  },
  traceOther: { id: "referrals.trace-other", defaultMessage: "Something else is alike." },
  decision: { id: "referrals.decision", defaultMessage: "Decision" },
  decidedAt: { id: "referrals.decided-at", defaultMessage: "Decided" },
  decidedBy: { id: "referrals.decided-by", defaultMessage: "By" },
  endedReturned: { id: "referrals.ended-returned", defaultMessage: "The order went back" },
  endedSelf: { id: "referrals.ended-self", defaultMessage: "Friend and referrer are one person" },
  endedTwice: {
    id: "referrals.ended-twice",
    defaultMessage: "The friend was brought by somebody else already",
  },
  gifts: { id: "referrals.gifts", defaultMessage: "Given" },
  for: { id: "referrals.for", defaultMessage: "For" },
  to: { id: "referrals.to", defaultMessage: "To" },
  given: { id: "referrals.given", defaultMessage: "Given on" },
  takenBack: { id: "referrals.taken-back", defaultMessage: "Taken back" },
  nothingGiven: { id: "referrals.nothing-given", defaultMessage: "Nothing has been given so far." },
  someoneElse: { id: "referrals.someone-else", defaultMessage: "Who brought the referrer" },
  roleWelcome: { id: "referrals.role-welcome", defaultMessage: "Welcome" },
  roleFriend: { id: "referrals.role-friend", defaultMessage: "First order" },
  roleReferrer: { id: "referrals.role-referrer", defaultMessage: "Bringing a friend" },
  roleSecond: { id: "referrals.role-second", defaultMessage: "A friend's friend" },
  roleMilestone: {
    id: "referrals.role-milestone",
    defaultMessage: "{count, plural, one {# friend} other {# friends}} brought",
  },
  roleOther: { id: "referrals.role-other", defaultMessage: "Something else" },
  approve: { id: "referrals.approve", defaultMessage: "Let it pass" },
  refuse: { id: "referrals.refuse", defaultMessage: "End it" },
  approved: { id: "referrals.approved", defaultMessage: "The referral goes on" },
  refused: { id: "referrals.refused", defaultMessage: "The referral is ended" },
  approveTitle: { id: "referrals.approve-title", defaultMessage: "Let this referral pass?" },
  refuseTitle: { id: "referrals.refuse-title", defaultMessage: "End this referral?" },
  approveText: {
    id: "referrals.approve-text",
    defaultMessage:
      "It goes on where it stood. Both are rewarded once the friend's first order can go back no more. If something new turns out to be alike, it waits for you again.",
  },
  approveOrdered: {
    id: "referrals.approve-ordered",
    defaultMessage:
      "It goes on where it stood. Both are rewarded now, or once the order can go back no more. If something new turns out to be alike, it waits for you again.",
  },
  refuseText: {
    id: "referrals.refuse-text",
    defaultMessage:
      "Nobody is given anything for it any more. {count, plural, =0 {So far nothing was given.} one {The # point that was given goes back, also if it is spent.} other {The # points that were given go back, also if they are spent.}} This cannot be undone.",
  },
  reason: { id: "referrals.reason", defaultMessage: "Reason" },
  reasonHint: {
    id: "referrals.reason-hint",
    defaultMessage: "Only staff read this. Members never do.",
  },
  enabled: { id: "referrals.enabled", defaultMessage: "Members can bring friends" },
  enabledHint: {
    id: "referrals.enabled-hint",
    defaultMessage: "A friend goes by what was set up on the day they were brought.",
  },
  switchOn: {
    id: "referrals.switch-on",
    defaultMessage:
      "From now on members have a code and a link, and friends who come with it are counted. What is set here holds for friends brought from now on.",
  },
  switchOff: {
    id: "referrals.switch-off",
    defaultMessage:
      "From now on codes bring nobody. Friends who are on the way are rewarded still, and cases still wait for you.",
  },
});
