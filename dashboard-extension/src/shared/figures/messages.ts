import { defineMessages } from "react-intl";

export default defineMessages({
  none: { id: "figures.none", defaultMessage: "None in these days" },
  noWorth: { id: "figures.no-worth", defaultMessage: "worth no money" },
  worth: { id: "figures.worth", defaultMessage: "worth {money}" },
});
