import { defineMessages } from "react-intl";

// Texts that the settings of check-ins, reviews, links, friends and occasions have in common.
export default defineMessages({
  settings: { id: "engagement-settings.settings", defaultMessage: "Settings" },
  setUp: { id: "engagement-settings.set-up", defaultMessage: "Set it up" },
  isOn: { id: "engagement-settings.is-on", defaultMessage: "On" },
  isOff: { id: "engagement-settings.is-off", defaultMessage: "Off" },
  on: { id: "engagement-settings.on", defaultMessage: "Switch on" },
  off: { id: "engagement-settings.off", defaultMessage: "Switch off" },
  offer: { id: "engagement-settings.offer", defaultMessage: "Availability" },
  switchOn: { id: "engagement-settings.switch-on", defaultMessage: "Switch on: {what}" },
  switchOff: { id: "engagement-settings.switch-off", defaultMessage: "Switch off: {what}" },
  saved: { id: "engagement-settings.saved", defaultMessage: "Saved as a new version" },
  refused: { id: "engagement-settings.refused", defaultMessage: "Nothing was saved" },
  now: { id: "engagement-settings.now", defaultMessage: "Now" },
  never: {
    id: "engagement-settings.never",
    defaultMessage: "Nobody has set this up yet. Here is something to begin with.",
  },
  onSince: { id: "engagement-settings.on-since", defaultMessage: "On since" },
  offSince: { id: "engagement-settings.off-since", defaultMessage: "Off since" },
  before: { id: "engagement-settings.before", defaultMessage: "before {date}" },
  version: { id: "engagement-settings.version", defaultMessage: "Version" },
  versionOf: { id: "engagement-settings.version-of", defaultMessage: "Version {number}" },
  savedAt: { id: "engagement-settings.saved-at", defaultMessage: "Saved" },
  savedBy: { id: "engagement-settings.saved-by", defaultMessage: "By" },
  state: { id: "engagement-settings.state", defaultMessage: "State" },
  earlier: { id: "engagement-settings.earlier", defaultMessage: "Earlier versions" },
  look: { id: "engagement-settings.look", defaultMessage: "View" },
  lookAt: { id: "engagement-settings.look-at", defaultMessage: "View version {number}" },
  changedNext: {
    id: "engagement-settings.changed-next",
    defaultMessage: "Changed in version {number}",
  },
  onlySwitched: { id: "engagement-settings.only-switched", defaultMessage: "Only on or off" },
  take: { id: "engagement-settings.take", defaultMessage: "Use in the form" },
  takeHint: {
    id: "engagement-settings.take-hint",
    defaultMessage:
      "Using it fills the form with this version. Nothing changes for members until you save.",
  },
});
