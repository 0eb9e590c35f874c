import { useQuery } from "urql";

import type { LoyaltyMembersQueryVariables } from "@/graphql/members";
import { LoyaltyPlanChoicesDocument } from "@/graphql/plan_choices";
import type { LoyaltyMemberSort } from "@/graphql/schema";
import { LoyaltyTierChoicesDocument } from "@/graphql/tier_choices";
import { endOfDay, startOfDay } from "@/kit/days";
import type { Filter } from "@/kit/Filters";
import type { ListUrl } from "@/kit/list-url";

import { useText, useTextLanguage } from "./text";

const NO_TIER = "none";
const SORTS: Record<string, LoyaltyMemberSort> = {
  email: "EMAIL",
  available: "POINTS",
  growth: "GROWTH",
  joined: "JOINED",
};

type Wanted = Omit<LoyaltyMembersQueryVariables, "first" | "after">;

/** What the address asks the server for. */
export function wantedOf(list: Pick<ListUrl, "get" | "sort" | "direction">): Wanted {
  const { get } = list;
  const tier = get("tier");
  const kind = get("kind");
  const since = get("since");
  const until = get("until");
  return {
    search: get("search"),
    tier: tier === NO_TIER ? undefined : tier,
    withoutTier: tier === NO_TIER ? true : undefined,
    plan: get("plan"),
    guest: kind === "guest" ? true : kind === "account" ? false : undefined,
    joinedSince: since && startOfDay(since),
    joinedUntil: until && endOfDay(until),
    pointsFrom: whole(get("min")),
    pointsTo: whole(get("max")),
    debtors: get("debtors") === "yes" ? true : undefined,
    sort: SORTS[list.sort ?? ""] ?? "JOINED",
    descending: list.direction === "desc",
  };
}

// An address can hold anything; a number of another kind filters nothing.
function whole(typed: string | undefined): number | undefined {
  return typed && /^-?\d{1,15}$/.test(typed) ? Number(typed) : undefined;
}

export function useFilters(): Filter[] {
  const text = useText();
  const languageCode = useTextLanguage();
  const [tiers] = useQuery({ query: LoyaltyTierChoicesDocument });
  const [plans] = useQuery({ query: LoyaltyPlanChoicesDocument, variables: { languageCode } });
  const choice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const sold = plans.data?.loyaltyPlans ?? [];
  return [
    {
      name: "tier",
      label: text("tier"),
      kind: "choice",
      choices: [
        ...(tiers.data?.loyaltyTiers ?? []).map(choice),
        { value: NO_TIER, label: text("noTier") },
      ],
    },
    ...(sold.length > 0
      ? [{ name: "plan", label: text("plan"), kind: "choice" as const, choices: sold.map(choice) }]
      : []),
    {
      name: "kind",
      label: text("kind"),
      kind: "choice",
      choices: [
        { value: "account", label: text("kindAccount") },
        { value: "guest", label: text("kindGuest") },
      ],
    },
    { name: "min", label: text("minBalance"), kind: "number" },
    { name: "max", label: text("maxBalance"), kind: "number" },
    { name: "since", label: text("joinedSince"), kind: "date" },
    { name: "until", label: text("joinedUntil"), kind: "date" },
    {
      name: "debtors",
      label: text("debtors"),
      kind: "choice",
      choices: [{ value: "yes", label: text("debtorsOnly") }],
    },
  ];
}
