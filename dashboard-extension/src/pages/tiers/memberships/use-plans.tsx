import { BadgeCheck } from "lucide-react";
import { useQuery } from "urql";

import { LoyaltyAllPlansDocument } from "@/graphql/all_plans";
import { LoyaltyPlanArchiveDocument } from "@/graphql/plan_archive";
import { LoyaltyPlanCreateDocument } from "@/graphql/plan_create";
import { LoyaltyPlanUpdateDocument } from "@/graphql/plan_update";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Kind, Offers, Steps } from "./offers";
import { useOfferSteps } from "./use-steps";

export function usePlans(): Offers {
  const [answer, ask] = useQuery({ query: LoyaltyAllPlansDocument, variables: {} });
  return {
    all: answer.data?.loyaltyPlans,
    error: answer.error,
    again: () => ask({ requestPolicy: "network-only" }),
  };
}

export function usePlanSteps(): Steps {
  return useOfferSteps({
    create: LoyaltyPlanCreateDocument,
    update: LoyaltyPlanUpdateDocument,
    archive: LoyaltyPlanArchiveDocument,
    idOf: ({ plan }) => plan?.id,
  });
}

export function usePlanKind(): Kind {
  const text = useText(messages);
  return {
    subject: "PLAN",
    base: "/tiers/plans",
    icon: <BadgeCheck size={20} />,
    start: {},
    cards: [
      { title: text("texts"), only: ["name", "description"] },
      { title: text("sale"), intro: text("planSaleIntro"), only: ["variants", "in_same_order"] },
      { title: text("gives"), intro: text("benefitsIntro"), only: ["benefits"] },
      {
        title: text("terms"),
        only: ["trial_days", "refund", "remind_days_before", "renewal_url"],
      },
    ],
    texts: {
      all: text("plans"),
      create: text("createPlan"),
      none: text("noPlans"),
      stopTitle: (name) => text("stopPlanTitle", { name }),
      stopText: text("stopPlanText"),
      resumeTitle: (name) => text("resumeTitle", { name }),
      resumeText: text("resumePlanText"),
    },
  };
}
