import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "audit.title", defaultMessage: "Audit log" },
  none: { id: "audit.none", defaultMessage: "Nothing was done by staff or apps yet" },
  who: { id: "audit.who", defaultMessage: "Who" },
  did: { id: "audit.did", defaultMessage: "What" },
  member: { id: "audit.member", defaultMessage: "Member" },
  when: { id: "audit.when", defaultMessage: "When" },
  details: { id: "audit.details", defaultMessage: "Details" },
  arguments: { id: "audit.arguments", defaultMessage: "As it was asked for" },
  openMember: { id: "audit.open-member", defaultMessage: "Open the member" },
  actor: { id: "audit.actor", defaultMessage: "Who, such as user:5" },
});
