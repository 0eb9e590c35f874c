import type { LoyaltyReviewState } from "@/graphql/schema";
import { Pill, type Mood } from "@/kit/Card";
import { useText } from "@/kit/use-text";

import messages from "./messages";

const MOODS: Record<LoyaltyReviewState, Mood> = {
  PENDING: "warning",
  APPROVED: "success",
  REFUSED: "error",
  WITHDRAWN: "neutral",
};

export const RATINGS = [5, 4, 3, 2, 1];
export const STATES = Object.keys(MOODS) as LoyaltyReviewState[];

export function StatePill({ state }: { state: LoyaltyReviewState | null }) {
  const text = useText(messages);
  return state && <Pill mood={MOODS[state]}>{text(state)}</Pill>;
}

export function Stars({ rating }: { rating: number }) {
  const text = useText(messages);
  return (
    <span className="stars" role="img" aria-label={text("starsOf", { rating })}>
      {"★".repeat(rating)}
      {"☆".repeat(5 - rating)}
    </span>
  );
}
