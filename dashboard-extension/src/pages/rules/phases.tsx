import { useIntl } from "react-intl";

import type { LoyaltyCampaignPhase } from "@/graphql/schema";
import { Pill, type Mood } from "@/kit/Card";

import messages from "./messages";

export const phases: LoyaltyCampaignPhase[] = ["DRAFT", "UPCOMING", "RUNNING", "PAUSED", "OVER"];

export const phaseMoods: Record<LoyaltyCampaignPhase, Mood> = {
  DRAFT: "neutral",
  UPCOMING: "warning",
  RUNNING: "success",
  PAUSED: "error",
  OVER: "info",
};

export function PhasePill({ phase }: { phase: LoyaltyCampaignPhase }) {
  const intl = useIntl();
  return <Pill mood={phaseMoods[phase]}>{intl.formatMessage(messages[phase])}</Pill>;
}
