import type { Review } from "./use-decisions";

type Gift = NonNullable<Review["gift"]>;
type Say = (
  name: "giftPoints" | "giftGrowth" | "giftReward" | "giftBoost",
  values: Record<string, string | number>,
) => string;

/** What a gift is, part by part, in words. */
export function giftParts(gift: Gift | null, say: Say): string[] {
  if (!gift) return [];
  return [
    ...(gift.points ? [say("giftPoints", { count: gift.points })] : []),
    ...(gift.growth ? [say("giftGrowth", { count: gift.growth })] : []),
    ...(gift.rewardId ? [say("giftReward", {})] : []),
    ...(gift.boostPercent && gift.boostDays
      ? [say("giftBoost", { percent: gift.boostPercent, days: gift.boostDays })]
      : []),
  ];
}
