import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyAllGroupOffersDocument } from "@/graphql/all_group_offers";
import { LoyaltyAllRewardsDocument } from "@/graphql/all_rewards";
import { LoyaltyGroupOfferDocument } from "@/graphql/group_offer";
import { LoyaltyRewardDocument } from "@/graphql/reward";
import type { ListUrl } from "@/kit/list-url";
import { PickFilter, type Found } from "@/kit/picking/PickFilter";

import messages from "./messages";

const MOST = 20;

/** Narrows a list to one reward. Who uses it needs MANAGE_PROGRAMMES. */
export function RewardFilter({ list }: { list: ListUrl }) {
  const intl = useIntl();
  return (
    <PickFilter
      list={list}
      name="reward"
      label={intl.formatMessage(messages.reward)}
      any={intl.formatMessage(messages.anyReward)}
      useFinding={useRewards}
    />
  );
}

/** Narrows a list to one offer to buy together. Who uses it needs MANAGE_PROGRAMMES. */
export function OfferFilter({ list }: { list: ListUrl }) {
  const intl = useIntl();
  return (
    <PickFilter
      list={list}
      name="offer"
      label={intl.formatMessage(messages.offer)}
      any={intl.formatMessage(messages.anyOffer)}
      useFinding={useOffers}
    />
  );
}

function useRewards(wanted: string | undefined, chosen: string | undefined): Found {
  const [found] = useQuery({
    query: LoyaltyAllRewardsDocument,
    variables: { first: MOST, search: wanted },
    pause: wanted === undefined,
  });
  const [one] = useQuery({
    query: LoyaltyRewardDocument,
    variables: { id: chosen ?? "" },
    pause: chosen === undefined,
  });
  return {
    options: choicesOf(found.data?.loyaltyRewards),
    loading: found.fetching,
    name: one.data?.loyaltyReward?.name,
  };
}

function useOffers(wanted: string | undefined, chosen: string | undefined): Found {
  const [found] = useQuery({
    query: LoyaltyAllGroupOffersDocument,
    variables: { first: MOST, search: wanted },
    pause: wanted === undefined,
  });
  const [one] = useQuery({
    query: LoyaltyGroupOfferDocument,
    variables: { id: chosen ?? "" },
    pause: chosen === undefined,
  });
  return {
    options: choicesOf(found.data?.loyaltyGroupOffers),
    loading: found.fetching,
    name: one.data?.loyaltyGroupOffer?.name,
  };
}

interface Named {
  edges: { node: { id: string; name: string; slug: string } }[];
}

function choicesOf(page: Named | null | undefined) {
  return (page?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.name || node.slug,
  }));
}
