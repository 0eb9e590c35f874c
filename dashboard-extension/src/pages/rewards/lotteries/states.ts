import type { LoyaltyLotteryState } from "@/graphql/schema";
import type { Mood } from "@/kit/Card";

import messages from "./messages";

export const states = {
  DRAFT: { label: messages.draft, mood: "neutral" },
  OPEN: { label: messages.open, mood: "success" },
  CLOSED: { label: messages.closed, mood: "warning" },
  DRAWN: { label: messages.drawn, mood: "info" },
  CANCELLED: { label: messages.cancelled, mood: "neutral" },
} satisfies Record<LoyaltyLotteryState, { label: object; mood: Mood }>;

/** What staff can do with it as it stands. */
export function stepsFor(state: LoyaltyLotteryState) {
  return {
    open: state === "DRAFT",
    close: state === "OPEN",
    draw: state === "CLOSED",
    cancel: state === "DRAFT" || state === "OPEN" || state === "CLOSED",
  };
}

interface Config {
  prizes?: { slug: string; kind: string; name?: Record<string, string> }[];
}

/** Whether staff hand this prize over; the others are sent by themselves. */
export function isByHand(config: unknown, prize: string): boolean {
  return (config as Config | null)?.prizes?.find(({ slug }) => slug === prize)?.kind === "by_hand";
}
