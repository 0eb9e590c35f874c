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
