import type { LoyaltyRedemptionState, LoyaltyRewardKind } from "@/graphql/schema";
import type { Mood } from "@/kit/Card";

import messages from "./messages";

export const states = {
  REQUESTED: { label: messages.requested, mood: "warning" },
  RESERVED: { label: messages.reserved, mood: "info" },
  ISSUED: { label: messages.issued, mood: "info" },
  FULFILLED: { label: messages.fulfilled, mood: "success" },
  CANCELLED: { label: messages.cancelled, mood: "neutral" },
  EXPIRED: { label: messages.expired, mood: "neutral" },
} satisfies Record<LoyaltyRedemptionState, { label: object; mood: Mood }>;

export const allStates = Object.keys(states) as LoyaltyRedemptionState[];

export function stateNamed(text: string | undefined): LoyaltyRedemptionState | undefined {
  return allStates.find((state) => state === text);
}

interface Standing {
  state: LoyaltyRedemptionState;
  kind: LoyaltyRewardKind;
  orderId: string | null;
}

/** What staff can do about it as it stands. */
export function stepsFor({ state, kind, orderId }: Standing): {
  issue: boolean;
  fulfil: boolean;
  cancel: boolean;
} {
  const ended = state === "CANCELLED" || state === "EXPIRED";
  // A tier is with the member at once, and ends when it is taken back.
  const used = state === "FULFILLED" && kind !== "TIER_UPGRADE";
  // An order that was made is cancelled as an order; tickets go back with their lottery alone.
  const kept = (state === "RESERVED" && orderId !== null) || kind === "LOTTERY_TICKET";
  return {
    issue: state === "REQUESTED" && kind === "SERVICE",
    fulfil: state === "ISSUED",
    cancel: !ended && !used && !kept,
  };
}
