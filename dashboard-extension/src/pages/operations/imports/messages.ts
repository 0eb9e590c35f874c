import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "imports.title", defaultMessage: "Imports" },
  one: { id: "imports.one", defaultMessage: "Import" },
  new: { id: "imports.new", defaultMessage: "Import events" },
  none: {
    id: "imports.none",
    defaultMessage:
      "No file was imported yet. A file tells of events: one line each, with a key of yours.",
  },
  name: { id: "imports.name", defaultMessage: "File" },
  state: { id: "imports.state", defaultMessage: "State" },
  CHECKED: { id: "imports.checked", defaultMessage: "Looked at" },
  RUNNING: { id: "imports.running", defaultMessage: "Being done" },
  DONE: { id: "imports.done", defaultMessage: "Done" },
  UNDOING: { id: "imports.undoing", defaultMessage: "Being undone" },
  UNDONE: { id: "imports.undone", defaultMessage: "Undone" },
  lines: { id: "imports.lines", defaultMessage: "Lines" },
  doneLines: { id: "imports.done-lines", defaultMessage: "Done" },
  refused: { id: "imports.refused", defaultMessage: "Refused" },
  faulty: { id: "imports.faulty", defaultMessage: "At fault" },
  points: { id: "imports.points", defaultMessage: "Points" },
  growth: { id: "imports.growth", defaultMessage: "Growth" },
  when: { id: "imports.when", defaultMessage: "When" },
  by: { id: "imports.by", defaultMessage: "By" },
  choose: { id: "imports.choose", defaultMessage: "Choose a file" },
  chooseHint: {
    id: "imports.choose-hint",
    defaultMessage:
      "CSV with a first line of names: key, member or email, name, occurred_at with its zone, channel, attributes.pictures. Looking at it changes nothing.",
  },
  tooLarge: {
    id: "imports.too-large",
    defaultMessage:
      "The file is larger than {limit} kB. Cut it into several, or use the command loyalty_events.",
  },
  look: { id: "imports.look", defaultMessage: "Look at it" },
  line: { id: "imports.line", defaultMessage: "Line" },
  key: { id: "imports.key", defaultMessage: "Key" },
  event: { id: "imports.event", defaultMessage: "Event" },
  result: { id: "imports.result", defaultMessage: "Result" },
  fine: { id: "imports.fine", defaultMessage: "In order" },
  onlyErrors: { id: "imports.only-errors", defaultMessage: "Only lines at fault" },
  noLines: { id: "imports.no-lines", defaultMessage: "No such lines" },
  run: { id: "imports.run", defaultMessage: "Do it" },
  runTitle: { id: "imports.run-title", defaultMessage: "Do this import?" },
  runText: {
    id: "imports.run-text",
    defaultMessage:
      "{lines, plural, one {# line} other {# lines}} would bring {points, plural, one {# point} other {# points}}. {faulty, plural, =0 {} one {# line is at fault and is left out.} other {# lines are at fault and are left out.}} You can undo it afterwards.",
  },
  ran: { id: "imports.ran", defaultMessage: "The import is being done" },
  undo: { id: "imports.undo", defaultMessage: "Undo" },
  undoTitle: { id: "imports.undo-title", defaultMessage: "Undo this import?" },
  undoText: {
    id: "imports.undo-text",
    defaultMessage:
      "All that the {lines, plural, one {line} other {# lines}} of this file brought is taken back from the members. What they have spent of it already becomes a debt.",
  },
  undid: { id: "imports.undid", defaultMessage: "The import is being undone" },
});
