import { useIntl } from "react-intl";

import type { LoyaltyStanding } from "@/graphql/schema";
import type { Filter } from "@/kit/Filters";
import type { ListUrl } from "@/kit/list-url";

import messages from "./messages";
import type { Offered } from "./offered";

const asked: Record<Offered, LoyaltyStanding> = {
  on: "ON",
  planned: "PLANNED",
  off: "OFF",
  over: "OVER",
};

/** How things are to stand that the list shows; undefined: in any way. */
export function standingIn(list: ListUrl): LoyaltyStanding | undefined {
  return asked[list.get("status") as Offered];
}

export function useStandingFilter(): Filter {
  const intl = useIntl();
  return {
    name: "status",
    label: intl.formatMessage(messages.status),
    kind: "choice",
    choices: (Object.keys(asked) as Offered[]).map((value) => ({
      value,
      label: intl.formatMessage(messages[value]),
    })),
  };
}
