import type { LoyaltyReferralState } from "@/graphql/schema";
import { Pill, type Mood } from "@/kit/Card";
import { useText } from "@/kit/use-text";

import messages from "./messages";

const MOODS: Record<LoyaltyReferralState, Mood> = {
  HELD: "warning",
  REGISTERED: "neutral",
  ORDERED: "info",
  REWARDED: "success",
  REFUSED: "error",
};

export const STATES = Object.keys(MOODS) as LoyaltyReferralState[];

export function StatePill({ state }: { state: LoyaltyReferralState }) {
  const text = useText(messages);
  return <Pill mood={MOODS[state]}>{text(state)}</Pill>;
}
