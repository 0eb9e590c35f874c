import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyMembersDocument } from "@/graphql/members";
import type { Filter } from "@/kit/Filters";
import type { ListUrl } from "@/kit/list-url";

import { allKinds, kindNamed, kinds } from "../words";
import messages from "./messages";
import { allStates, stateNamed, states } from "./states";

/** The start of a day of the reader's, and of the day after for what is meant to be included. */
export function momentOf(day: string | undefined, daysLater = 0): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  if (!parts) return undefined;
  return new Date(
    Number(parts[1]),
    Number(parts[2]) - 1,
    Number(parts[3]) + daysLater,
  ).toISOString();
}

/** What the address narrows the list by. */
export function useWanted(list: ListUrl) {
  const email = list.get("member")?.trim().toLowerCase();
  const [members] = useQuery({
    query: LoyaltyMembersDocument,
    variables: { search: email, first: 10 },
    pause: !email,
  });
  const found = members.data?.loyaltyMembers?.edges.find(
    ({ node }) => node.email.toLowerCase() === email,
  );
  return {
    /** Nobody has that address: there is nothing to ask for. */
    nobody: Boolean(email && members.data && !found),
    waiting: Boolean(email && !members.data && !members.error),
    filters: {
      state: stateNamed(list.get("state")),
      kind: kindNamed(list.get("kind")),
      rewardId: list.get("reward"),
      memberId: email ? found?.node.id : undefined,
      code: list.get("search")?.trim(),
      since: momentOf(list.get("since")),
      until: momentOf(list.get("until"), 1),
    },
  };
}

export function useFilters(): Filter[] {
  const intl = useIntl();
  const { may } = useViewer();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const choices: Filter[] = [
    {
      name: "state",
      label: text("state"),
      kind: "choice",
      choices: allStates.map((state) => ({
        value: state,
        label: intl.formatMessage(states[state].label),
      })),
    },
    {
      name: "kind",
      label: text("kind"),
      kind: "choice",
      choices: allKinds.map((kind) => ({
        value: kind,
        label: intl.formatMessage(kinds[kind].label),
      })),
    },
  ];
  if (may("MANAGE_MEMBERS"))
    choices.push({ name: "member", label: text("memberEmail"), kind: "text" });
  return [
    ...choices,
    { name: "since", label: text("since"), kind: "date" },
    { name: "until", label: text("until"), kind: "date" },
  ];
}
