import type { LoyaltyBenefitGiftState } from "@/graphql/schema";
import type { Mood } from "@/kit/Card";

import type messages from "./messages";

interface State {
  label: keyof typeof messages;
  mood: Mood;
}

export const states: Record<LoyaltyBenefitGiftState, State> = {
  DUE: { label: "due", mood: "info" },
  GIVEN: { label: "given", mood: "success" },
  NOTHING_LEFT: { label: "nothingLeft", mood: "warning" },
  WITHDRAWN: { label: "withdrawn", mood: "neutral" },
};

/** The state that an address names, if it names one. */
export function stateNamed(text: string | undefined): LoyaltyBenefitGiftState | undefined {
  return (Object.keys(states) as LoyaltyBenefitGiftState[]).find((state) => state === text);
}
