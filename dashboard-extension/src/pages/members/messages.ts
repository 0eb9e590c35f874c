import { defineMessages } from "react-intl";

export default defineMessages({
  all: { id: "members.all", defaultMessage: "All members" },
  search: { id: "members.search", defaultMessage: "Search by e-mail…" },
  email: { id: "members.email", defaultMessage: "E-mail" },
  tier: { id: "members.tier", defaultMessage: "Tier" },
  available: { id: "members.available", defaultMessage: "Available" },
  pending: { id: "members.pending", defaultMessage: "Pending" },
  joined: { id: "members.joined", defaultMessage: "Joined" },
  guest: { id: "members.guest", defaultMessage: "guest" },
  none: { id: "members.none", defaultMessage: "No members found" },
});
