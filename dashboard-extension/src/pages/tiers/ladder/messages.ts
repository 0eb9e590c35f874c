import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "ladder.title", defaultMessage: "Tiers" },
  tiers: { id: "ladder.tiers", defaultMessage: "Tiers in force" },
  tiersOfVersion: { id: "ladder.tiers-of-version", defaultMessage: "Tiers" },
  none: {
    id: "ladder.none",
    defaultMessage: "There are no tiers yet. Set up the first ones, try them, then activate them.",
  },
  noTiers: { id: "ladder.no-tiers", defaultMessage: "This version has no tier." },
  begin: { id: "ladder.begin", defaultMessage: "Set up tiers" },
  change: { id: "ladder.change", defaultMessage: "Change tiers" },
  openDraft: { id: "ladder.open-draft", defaultMessage: "Open draft" },
  version: { id: "ladder.version", defaultMessage: "Version {number}" },
  versions: { id: "ladder.versions", defaultMessage: "Versions" },
  noVersions: { id: "ladder.no-versions", defaultMessage: "None yet." },
  gone: { id: "ladder.gone", defaultMessage: "There is no such version (any more)." },
  draft: { id: "ladder.draft", defaultMessage: "Draft" },
  inForce: { id: "ladder.in-force", defaultMessage: "In force" },
  earlier: { id: "ladder.earlier", defaultMessage: "Earlier" },
  draftWaits: {
    id: "ladder.draft-waits",
    defaultMessage: "Version {number} is a draft. Nobody moves until it is activated.",
  },
  placingTitle: { id: "ladder.placing-title", defaultMessage: "Members are being placed" },
  placing: {
    id: "ladder.placing",
    defaultMessage:
      "Version {number} is in force since {date}. The background worker is going through all members; until it is done some are still in the tier they had.",
  },
  placed: { id: "ladder.placed", defaultMessage: "All members are placed" },
  placedYes: { id: "ladder.placed-yes", defaultMessage: "Yes" },
  placedNo: { id: "ladder.placed-no", defaultMessage: "Not yet" },
  since: { id: "ladder.since", defaultMessage: "In force since" },
  status: { id: "ladder.status", defaultMessage: "Status" },
  name: { id: "ladder.name", defaultMessage: "Tier" },
  reached: { id: "ladder.reached", defaultMessage: "Reached by" },
  kept: { id: "ladder.kept", defaultMessage: "Kept by" },
  keptSame: { id: "ladder.kept-same", defaultMessage: "The same" },
  keptAlways: { id: "ladder.kept-always", defaultMessage: "Never lost" },
  benefitCount: { id: "ladder.benefit-count", defaultMessage: "Benefits" },
  everybody: { id: "ladder.everybody", defaultMessage: "Everybody" },
  given: { id: "ladder.given", defaultMessage: "Only given" },
  bySpend: { id: "ladder.by-spend", defaultMessage: "{amounts} spent" },
  byOrders: {
    id: "ladder.by-orders",
    defaultMessage: "{number, plural, one {# order} other {# orders}}",
  },
  byLargeOrders: {
    id: "ladder.by-large-orders",
    defaultMessage: "{number, plural, one {# order} other {# orders}} of at least {amounts}",
  },
  byGrowth: { id: "ladder.by-growth", defaultMessage: "{number, number} growth" },
  byPoints: {
    id: "ladder.by-points",
    defaultMessage: "{number, plural, one {# point} other {# points}} earned",
  },
  byActivity: { id: "ladder.by-activity", defaultMessage: "{number, number} × {event}" },
  rules: { id: "ladder.rules", defaultMessage: "How it is set up" },
  trial: { id: "ladder.trial", defaultMessage: "Try it first" },
  trialIntro: {
    id: "ladder.trial-intro",
    defaultMessage:
      "Works out which members would move if this version were in force now. Nobody is moved.",
  },
  tryIt: { id: "ladder.try-it", defaultMessage: "Try this version" },
  tryAgain: { id: "ladder.try-again", defaultMessage: "Try again" },
  trySaved: {
    id: "ladder.try-saved",
    defaultMessage: "Save first: what is saved is what is tried.",
  },
  trialRunning: {
    id: "ladder.trial-running",
    defaultMessage: "{members, plural, one {# member} other {# members}} looked at so far…",
  },
  trialDone: {
    id: "ladder.trial-done",
    defaultMessage: "{members, plural, one {# member} other {# members}} looked at, as of {date}.",
  },
  trialOld: {
    id: "ladder.trial-old",
    defaultMessage: "The draft was changed since. Try it again to see what it does now.",
  },
  nobodyMoves: { id: "ladder.nobody-moves", defaultMessage: "Nobody would move." },
  rise: { id: "ladder.rise", defaultMessage: "Rise" },
  fall: { id: "ladder.fall", defaultMessage: "Fall" },
  stay: { id: "ladder.stay", defaultMessage: "Stay" },
  flows: { id: "ladder.flows", defaultMessage: "From where to where" },
  noTier: { id: "ladder.no-tier", defaultMessage: "No tier" },
  whoMoves: { id: "ladder.who-moves", defaultMessage: "Some who would move" },
  activate: { id: "ladder.activate", defaultMessage: "Activate" },
  activateTitle: { id: "ladder.activate-title", defaultMessage: "Activate version {number}?" },
  activateFirst: {
    id: "ladder.activate-first",
    defaultMessage:
      "Version {number} comes into force now and never changes again. All members are placed in its tiers.",
  },
  activateInstead: {
    id: "ladder.activate-instead",
    defaultMessage:
      "Version {number} comes into force now, in place of version {before}, and never changes again. All members are placed anew; whoever is in a tier with a period keeps it to its end.",
  },
  activateGone: {
    id: "ladder.activate-gone",
    defaultMessage:
      "No longer there: {tiers}. Whoever is in one of these moves at once to the tier their own purchases and growth reach, even within a period. Invitations into them and grants of them count no more.",
  },
  activateTried: {
    id: "ladder.activate-tried",
    defaultMessage:
      "As it was tried: {up, plural, =0 {nobody rises} one {# member rises} other {# members rise}}, {down, plural, =0 {nobody falls} one {# member falls} other {# members fall}}, {stay, plural, =0 {nobody stays} one {# member stays} other {# members stay}}.",
  },
  activateUntried: {
    id: "ladder.activate-untried",
    defaultMessage: "This version has not been tried as it is now: nobody knows who would move.",
  },
  activated: { id: "ladder.activated", defaultMessage: "Version {number} is in force" },
  unsaved: { id: "ladder.unsaved", defaultMessage: "Save the draft first." },
  saveDraft: { id: "ladder.save-draft", defaultMessage: "Save draft" },
  draftSaved: { id: "ladder.draft-saved", defaultMessage: "Saved the draft" },
  mendFirst: {
    id: "ladder.mend-first",
    defaultMessage: "Nothing was saved. Mend what is marked, then save again.",
  },
  odd: { id: "ladder.odd", defaultMessage: "Is this what you mean?" },
  oddNever: {
    id: "ladder.odd-never",
    defaultMessage:
      "Whoever reaches {tier} has reached {above} as well, which stands above it: nobody will be in {tier}.",
  },
  oddKeep: {
    id: "ladder.odd-keep",
    defaultMessage: "{tier} takes more to keep than to reach.",
  },
  reload: { id: "ladder.reload", defaultMessage: "Give up my changes and load the saved draft" },
  copy: { id: "ladder.copy", defaultMessage: "Copy to a new draft" },
  overtakenTitle: {
    id: "ladder.overtaken-title",
    defaultMessage: "This draft has been overtaken",
  },
  overtaken: {
    id: "ladder.overtaken",
    defaultMessage:
      "Version {number} has come into force since it was opened, so it can no longer be activated. Copy what it says to a new draft and compare, or delete it.",
  },
  deleteDraft: { id: "ladder.delete-draft", defaultMessage: "Delete draft" },
  deleteTitle: { id: "ladder.delete-title", defaultMessage: "Delete the draft, version {number}?" },
  deleteText: {
    id: "ladder.delete-text",
    defaultMessage:
      "What it says and what was tried of it are gone for good. The tiers in force and the members in them stay as they are.",
  },
  draftDeleted: { id: "ladder.draft-deleted", defaultMessage: "Deleted the draft" },
});
