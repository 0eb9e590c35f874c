import type { LoyaltyMemberHeadQuery } from "@/graphql/member_head";

export type Head = NonNullable<LoyaltyMemberHeadQuery["loyaltyMember"]> & { id: string };

export type MemberState = "active" | "guest" | "merged" | "closed";

interface Known {
  isGuest: boolean;
  userId: string | null;
  mergedIntoId: string | null;
}

/** Closed: their account was deleted, and they are nobody's guest either. */
export function stateOf({ isGuest, userId, mergedIntoId }: Known): MemberState {
  if (mergedIntoId !== null) return "merged";
  if (isGuest) return "guest";
  return userId === null ? "closed" : "active";
}

/** What could be used after a change by hand: what is given pays what is owed first. */
export function balanceAfter(points: { available: number; debt: number }, change: number): number {
  return change > 0
    ? points.available + Math.max(0, change - points.debt)
    : points.available + change;
}

/** The first moment of a day, in the reader's own zone. */
export function startOfDay(day: string): string {
  return midnight(day, 0);
}

/** The first moment after a day, in the reader's own zone: a day is meant with all its hours. */
export function endOfDay(day: string): string {
  return midnight(day, 1);
}

function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
