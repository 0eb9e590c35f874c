import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "overview.title", defaultMessage: "Overview" },
});
