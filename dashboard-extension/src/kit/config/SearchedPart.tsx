import { DynamicCombobox } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import { useQuery } from "urql";

import { LoyaltyAllLotteriesDocument } from "@/graphql/all_lotteries";
import { LoyaltyAllRewardsDocument } from "@/graphql/all_rewards";
import { LoyaltyAllTasksDocument } from "@/graphql/all_tasks";
import type { Choice } from "@/kit/Filters";
import { useTyped } from "@/kit/picking/PickFilter";

import { useWhole } from "./context";
import type { KnownKind } from "./KnownPart";
import { useLabels } from "./labels";

/** Of these there may be more than one answer of the server holds. */
const KINDS = ["reward", "lottery", "task"] as const;
type Searched = (typeof KINDS)[number];

const FOUND = 20;
/** As many as a list to choose from shows. */
const MOST = 100;

interface SearchedPartProps {
  kind: Searched;
  label: string;
  hint?: ReactNode;
  error?: string;
  disabled?: boolean;
  /** What it is to choose nothing; left out where something is needed. */
  none?: string;
  value: string;
  onChange: (slug: string) => void;
}

/** One of many things, found by its name. */
export function SearchedPart(props: SearchedPartProps) {
  const { kind, label, hint, error, disabled, none, value, onChange } = props;
  const { subject } = useWhole();
  const labels = useLabels(subject);
  const { wanted, begin, type } = useTyped();
  const found = usePage(kind, wanted, FOUND);
  // The short name is searched as well.
  const named = usePage(kind, value || undefined, FOUND);
  const name = named.choices.find((choice) => choice.value === value)?.label;
  return (
    <DynamicCombobox
      label={label}
      value={value ? { value, label: name ?? value } : null}
      options={none ? [{ value: "", label: none }, ...found.choices] : found.choices}
      loading={found.loading}
      onFocus={begin}
      onInputValueChange={type}
      onChange={(option) => onChange(option?.value ?? "")}
      error={Boolean(error)}
      helperText={error ?? hint}
      disabled={disabled}
      locale={{ loadingText: labels.text("catalogue.loading") }}
    />
  );
}

/** The kind, where the shop has more of it than a list to choose from shows. */
export function useMore(kind: KnownKind | undefined): Searched | undefined {
  const searched = KINDS.find((one) => one === kind);
  return usePage(searched, searched && "", MOST).more ? searched : undefined;
}

function usePage(kind: Searched | undefined, search: string | undefined, first: number) {
  const asked = (wanted: Searched) => ({
    variables: { first, search: search || undefined },
    pause: kind !== wanted || search === undefined,
  });
  const [rewards] = useQuery({ query: LoyaltyAllRewardsDocument, ...asked("reward") });
  const [lotteries] = useQuery({ query: LoyaltyAllLotteriesDocument, ...asked("lottery") });
  const [tasks] = useQuery({ query: LoyaltyAllTasksDocument, ...asked("task") });
  const page =
    rewards.data?.loyaltyRewards ?? lotteries.data?.loyaltyLotteries ?? tasks.data?.loyaltyTasks;
  const choices: Choice[] = (page?.edges ?? []).map(({ node }) => ({
    value: node.slug,
    label: node.name || node.slug,
  }));
  return {
    choices,
    more: page?.pageInfo.hasNextPage ?? false,
    loading: rewards.fetching || lotteries.fetching || tasks.fetching,
  };
}
