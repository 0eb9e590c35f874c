import type { LoyaltyTaskRunState, LoyaltyTaskState } from "@/graphql/schema";
import { Pill, type Mood } from "@/kit/Card";
import { useText } from "@/kit/use-text";

import messages from "./messages";

const MOODS: Record<LoyaltyTaskState | LoyaltyTaskRunState, Mood> = {
  DRAFT: "neutral",
  ACTIVE: "success",
  ENDED: "info",
  RUNNING: "info",
  DONE: "success",
  LOST: "neutral",
};

export const TASK_STATES: LoyaltyTaskState[] = ["DRAFT", "ACTIVE", "ENDED"];
export const RUN_STATES: LoyaltyTaskRunState[] = ["RUNNING", "DONE", "LOST"];

export function StatePill({ state }: { state: LoyaltyTaskState | LoyaltyTaskRunState | null }) {
  const text = useText(messages);
  return state && <Pill mood={MOODS[state]}>{text(state)}</Pill>;
}
