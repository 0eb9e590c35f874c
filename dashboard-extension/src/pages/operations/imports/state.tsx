import { useIntl } from "react-intl";

import type { LoyaltyEventBatchState } from "@/graphql/schema";
import { Pill, type Mood } from "@/kit/Card";

import messages from "./messages";

const moods: Record<LoyaltyEventBatchState, Mood> = {
  CHECKED: "info",
  RUNNING: "warning",
  DONE: "success",
  UNDOING: "warning",
  UNDONE: "neutral",
};

export function StatePill({ state }: { state: LoyaltyEventBatchState }) {
  const intl = useIntl();
  return <Pill mood={moods[state]}>{intl.formatMessage(messages[state])}</Pill>;
}

/** Whether the worker is at it: the page asks again until it is through. */
export function isAtWork(state: LoyaltyEventBatchState | undefined): boolean {
  return state === "RUNNING" || state === "UNDOING";
}
