import type { LoyaltyEngagementSubject } from "@/graphql/schema";

/** What a subject begins with that nobody has set up: little, and complete. */
export const starters: Record<LoyaltyEngagementSubject, Record<string, unknown>> = {
  CHECK_INS: {
    days: [5, 5, 10, 10, 15, 15, 50].map((points) => ({ points })),
    after: "cycle",
  },
  REVIEWS: { gift: { points: 30 } },
  SHARES: { order: { gift: { points: 50 } } },
  REFERRALS: { friend: { points: 100 }, referrer: { points: 200 } },
  OCCASIONS: { birthday: { gift: { points: 50 } } },
};
