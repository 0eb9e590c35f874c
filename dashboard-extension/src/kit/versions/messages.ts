import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "versions.title", defaultMessage: "Changes since version {number}" },
  none: { id: "versions.none", defaultMessage: "Nothing differs." },
  compareWith: { id: "versions.compare-with", defaultMessage: "Compare with" },
  version: { id: "versions.version", defaultMessage: "Version {number}" },
  before: { id: "versions.before", defaultMessage: "Before" },
  after: { id: "versions.after", defaultMessage: "After" },
  nothing: { id: "versions.nothing", defaultMessage: "nothing" },
});
