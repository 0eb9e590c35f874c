import { defineMessages } from "react-intl";

export default defineMessages({
  all: { id: "code-lists.all", defaultMessage: "All code lists" },
  create: { id: "code-lists.create", defaultMessage: "Create code list" },
  none: {
    id: "code-lists.none",
    defaultMessage:
      "There are no code lists. A list holds the codes a partner gave you; benefits and rewards hand them out, each to one member.",
  },
  nothingFits: { id: "code-lists.nothing-fits", defaultMessage: "Nothing fits the filters." },
  search: { id: "code-lists.search", defaultMessage: "Search name…" },
  name: { id: "code-lists.name", defaultMessage: "Name" },
  nameHint: {
    id: "code-lists.name-hint",
    defaultMessage: "For you; members read the name of the benefit or reward.",
  },
  short: { id: "code-lists.short", defaultMessage: "Short name" },
  status: { id: "code-lists.status", defaultMessage: "Status" },
  on: { id: "code-lists.on", defaultMessage: "On" },
  off: { id: "code-lists.off", defaultMessage: "Off" },
  empty: { id: "code-lists.empty", defaultMessage: "No code left" },
  total: { id: "code-lists.total", defaultMessage: "Codes" },
  given: { id: "code-lists.given", defaultMessage: "Given" },
  free: { id: "code-lists.free", defaultMessage: "Free" },
  tooOld: { id: "code-lists.too-old", defaultMessage: "Expired, never given" },
  waiting: { id: "code-lists.waiting", defaultMessage: "Members waiting" },
  waitingText: {
    id: "code-lists.waiting-text",
    defaultMessage:
      "{waiting, plural, one {# member asked} other {# members asked}} while the list was empty. They have the first codes you upload.",
  },
  details: { id: "code-lists.details", defaultMessage: "Details" },
  created: { id: "code-lists.created", defaultMessage: "Created the list; upload its codes" },
  upload: { id: "code-lists.upload", defaultMessage: "Upload codes" },
  uploadIntro: {
    id: "code-lists.upload-intro",
    defaultMessage:
      "One code a line, pasted or from a file. A code the list has already changes nothing, so the same file can be uploaded again. Codes cannot be taken out again.",
  },
  file: { id: "code-lists.file", defaultMessage: "From a file" },
  codes: { id: "code-lists.codes", defaultMessage: "Codes, one a line" },
  lines: {
    id: "code-lists.lines",
    defaultMessage: "{lines, plural, one {# line} other {# lines}}",
  },
  validUntil: { id: "code-lists.valid-until", defaultMessage: "Given until" },
  validHint: {
    id: "code-lists.valid-hint",
    defaultMessage: "They are not handed out after it. Empty: no end.",
  },
  uploading: { id: "code-lists.uploading", defaultMessage: "Part {part} of {parts}…" },
  uploaded: {
    id: "code-lists.uploaded",
    defaultMessage: "{added, plural, =0 {No new code} one {# new code} other {# new codes}}",
  },
  stopped: {
    id: "code-lists.stopped",
    defaultMessage:
      "It stopped at line {line}: {reason} What came before is in the list. Upload the same codes again to go on.",
  },
  result: { id: "code-lists.result", defaultMessage: "What became of the lines" },
  added: { id: "code-lists.added", defaultMessage: "Added" },
  repeated: { id: "code-lists.repeated", defaultMessage: "More than once in them" },
  known: { id: "code-lists.known", defaultMessage: "In the list already" },
  refused: { id: "code-lists.refused", defaultMessage: "Refused" },
  served: { id: "code-lists.served", defaultMessage: "Given to members who waited" },
  bad: { id: "code-lists.bad", defaultMessage: "Lines that were refused" },
  line: { id: "code-lists.line", defaultMessage: "Line" },
  why: { id: "code-lists.why", defaultMessage: "Why" },
  turnOff: { id: "code-lists.turn-off", defaultMessage: "Switch off" },
  turnOn: { id: "code-lists.turn-on", defaultMessage: "Switch on" },
  offTitle: { id: "code-lists.off-title", defaultMessage: "Switch {name} off?" },
  offText: {
    id: "code-lists.off-text",
    defaultMessage:
      "No code of it is handed out any more; who asks waits in line. Codes that members have stay theirs. You can switch it on again.",
  },
  onTitle: { id: "code-lists.on-title", defaultMessage: "Switch {name} on?" },
  onText: {
    id: "code-lists.on-text",
    defaultMessage: "Its free codes are handed out again to members who ask.",
  },
  turnedOff: { id: "code-lists.turned-off", defaultMessage: "The list is off" },
  turnedOn: { id: "code-lists.turned-on", defaultMessage: "The list is on" },
});
