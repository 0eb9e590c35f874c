import { Sprout } from "lucide-react";
import { useQuery } from "urql";

import { LoyaltyAllGrowthPacksDocument } from "@/graphql/all_growth_packs";
import { LoyaltyGrowthPackArchiveDocument } from "@/graphql/growth_pack_archive";
import { LoyaltyGrowthPackCreateDocument } from "@/graphql/growth_pack_create";
import { LoyaltyGrowthPackUpdateDocument } from "@/graphql/growth_pack_update";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Kind, Offers, Steps } from "./offers";
import { useOfferSteps } from "./use-steps";

export function usePacks(): Offers {
  const [answer, ask] = useQuery({ query: LoyaltyAllGrowthPacksDocument, variables: {} });
  return {
    all: answer.data?.loyaltyGrowthPacks,
    error: answer.error,
    again: () => ask({ requestPolicy: "network-only" }),
  };
}

export function usePackSteps(): Steps {
  return useOfferSteps({
    create: LoyaltyGrowthPackCreateDocument,
    update: LoyaltyGrowthPackUpdateDocument,
    archive: LoyaltyGrowthPackArchiveDocument,
    idOf: ({ growthPack }) => growthPack?.id,
  });
}

export function usePackKind(): Kind {
  const text = useText(messages);
  return {
    subject: "GROWTH_PACK",
    base: "/tiers/packs",
    icon: <Sprout size={20} />,
    start: {},
    cards: [
      { title: text("texts"), only: ["name", "description"] },
      { title: text("sale"), intro: text("packSaleIntro"), only: ["variants"] },
      { title: text("gives"), only: ["growth", "bonus_points"] },
      { title: text("limit"), only: ["limit"] },
    ],
    texts: {
      all: text("packs"),
      create: text("createPack"),
      none: text("noPacks"),
      stopTitle: (name) => text("stopPlanTitle", { name }),
      stopText: text("stopPackText"),
      resumeTitle: (name) => text("resumeTitle", { name }),
      resumeText: text("resumePackText"),
    },
  };
}
