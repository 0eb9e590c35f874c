import { useMemo } from "react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyAllLotteriesDocument } from "@/graphql/all_lotteries";
import { LoyaltyAllPlansDocument } from "@/graphql/all_plans";
import { LoyaltyAllRewardsDocument } from "@/graphql/all_rewards";
import { LoyaltyAllTasksDocument } from "@/graphql/all_tasks";
import { CodeListsDocument } from "@/graphql/code_lists";
import { LoyaltyLadderDocument } from "@/graphql/ladder";
import { ManyField, SelectField, TextField } from "@/kit/fields";
import type { Choice } from "@/kit/Filters";

import { useWhole, type Spot } from "./context";
import { countryCodes } from "./countries";
import { useCurrencies } from "./currencies";
import { asDict, asList } from "./document";
import { useLabels } from "./labels";
import type { Shape } from "./schema";
import { SearchedPart, useMore } from "./SearchedPart";
import type { SpecialProps } from "./special";
import { textOf } from "./summary";

export type KnownKind =
  | "channel"
  | "tier"
  | "plan"
  | "country"
  | "currency"
  | "zone"
  | "lottery"
  | "code_list"
  | "reward"
  | "task";

const NAMED: Record<string, KnownKind> = {
  "Channel.any_of": "channel",
  "Tier.any_of": "tier",
  "Country.any_of": "country",
  "InCurrency.any_of": "currency",
  "TASK.after": "task",
  channels: "channel",
  channel: "channel",
  countries: "country",
  currencies: "currency",
  currency: "currency",
  tiers: "tier",
  tier: "tier",
  plans: "plan",
  time_zone: "zone",
  lottery: "lottery",
  code_list: "code_list",
  reward: "reward",
};
const MOST = 100;

export function knownOf({ owner, property }: Spot, shape: Shape): KnownKind | undefined {
  const plain = shape.kind === "string" || (shape.kind === "list" && shape.items.type === "string");
  return plain ? (NAMED[`${owner}.${property}`] ?? NAMED[property]) : undefined;
}

/** One or several of what the shop has; where there is nothing to choose from, it is written. */
export function KnownPart(props: SpecialProps) {
  const { spot, shape, value, onChange, error } = props;
  const { subject, disabled } = useWhole();
  const labels = useLabels(subject);
  const kind = knownOf(spot, shape);
  const known = useKnown(kind) ?? [];
  const more = useMore(kind);
  const several = shape.kind === "list";
  const written = (several ? asList(value) : [value]).filter((one): one is string => Boolean(one));
  const unknown = written.filter((one) => !known.some((choice) => choice.value === one));
  const choices = [...known, ...unknown.map((one) => ({ value: one, label: one }))];
  const shared = {
    label: props.label || labels.label(spot),
    hint: labels.hint(spot),
    error,
    disabled,
  };
  if (several)
    return <ManyField {...shared} value={written} choices={choices} onChange={onChange} />;
  const now = written[0] ?? (typeof props.schema.default === "string" ? props.schema.default : "");
  const none = labels.text(props.required ? "form.choose" : `none.${spot.property}`);
  if (more)
    return (
      <SearchedPart
        {...shared}
        kind={more}
        none={props.required ? undefined : none}
        value={now}
        onChange={onChange}
      />
    );
  if (known.length === 0) return <TextField {...shared} value={now} onChange={onChange} />;
  const offered =
    now === "" || !props.required ? [{ value: "", label: none }, ...choices] : choices;
  return <SelectField {...shared} value={now} choices={offered} onChange={onChange} />;
}

/** What can be chosen; undefined where it is not known what there is. */
export function useKnown(kind: KnownKind | undefined): Choice[] | undefined {
  const intl = useIntl();
  const { shop } = useViewer();
  const currencies = useCurrencies();
  const asked = useAsked(kind, intl.locale);
  return useMemo(() => {
    if (kind === "channel")
      return shop.channels.map(({ slug, name }) => ({ value: slug, label: name }));
    if (kind === "currency") return currencies.map((code) => ({ value: code, label: code }));
    if (kind === "country") return countryChoices(intl.locale);
    if (kind === "zone")
      return zones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
    return asked;
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [kind, shop, intl.locale, currencies.join(), asked]);
}

function useAsked(kind: KnownKind | undefined, locale: string): Choice[] | undefined {
  const only = (wanted: KnownKind) => ({ pause: kind !== wanted });
  const page = { first: MOST };
  const [ladder] = useQuery({
    query: LoyaltyLadderDocument,
    variables: { first: 3 },
    ...only("tier"),
  });
  const [plans] = useQuery({ query: LoyaltyAllPlansDocument, variables: {}, ...only("plan") });
  const [lotteries] = useQuery({
    query: LoyaltyAllLotteriesDocument,
    variables: page,
    ...only("lottery"),
  });
  const [lists] = useQuery({ query: CodeListsDocument, variables: {}, ...only("code_list") });
  const [rewards] = useQuery({
    query: LoyaltyAllRewardsDocument,
    variables: page,
    ...only("reward"),
  });
  const [tasks] = useQuery({ query: LoyaltyAllTasksDocument, variables: page, ...only("task") });
  return useMemo(() => {
    switch (kind) {
      case "tier":
        return tiersOf(ladder.data?.loyaltyLadder, locale);
      case "plan":
        return plans.data?.loyaltyPlans?.map(({ slug, name }) => ({
          value: slug,
          label: name || slug,
        }));
      case "lottery":
        return lotteries.data?.loyaltyLotteries?.edges.map(({ node }) => ({
          value: node.slug,
          label: textOf(asDict(node.config).name, locale) || node.slug,
        }));
      case "code_list":
        return lists.data?.loyaltyCodeLists?.map(({ slug, name }) => ({
          value: slug,
          label: textOf(name, locale) || slug,
        }));
      case "reward":
        return rewards.data?.loyaltyRewards?.edges.map(({ node }) => ({
          value: node.slug,
          label: node.name || node.slug,
        }));
      case "task":
        return tasks.data?.loyaltyTasks?.edges.map(({ node }) => ({
          value: node.slug,
          label: node.name || node.slug,
        }));
      default:
        return undefined;
    }
  }, [kind, locale, ladder.data, plans.data, lotteries.data, lists.data, rewards.data, tasks.data]);
}

interface Ladder {
  inForce: { config: unknown } | null;
  versions: { config: unknown }[];
}

/** Of the ladder in force, and of a draft that adds some. */
function tiersOf(ladder: Ladder | null | undefined, locale: string): Choice[] | undefined {
  if (!ladder) return undefined;
  const configs = [ladder.inForce?.config, ladder.versions[0]?.config];
  const found = new Map<string, string>();
  for (const config of configs)
    for (const tier of asList(asDict(config).tiers)) {
      const slug = asDict(tier).slug;
      if (typeof slug === "string" && !found.has(slug))
        found.set(slug, textOf(asDict(tier).name, locale) || slug);
    }
  return [...found].map(([value, label]) => ({ value, label }));
}

function countryChoices(locale: string): Choice[] {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const choices = countryCodes.map((value) => ({ value, label: names.of(value) ?? value }));
  return choices.sort((one, other) => one.label.localeCompare(other.label, locale));
}

function zones(): string[] {
  const known = Intl.supportedValuesOf?.("timeZone") ?? [];
  return known.includes("UTC") ? known : ["UTC", ...known];
}
