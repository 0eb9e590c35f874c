/** What a day of the ladder gives, as the document has it. */
export interface Gift {
  points?: number | null;
  growth?: number | null;
  reward?: string | null;
  boost?: { percent: number; days: number } | null;
}

export type Day = Gift | null;

export interface Ladder {
  days: Day[];
  /** What comes behind its last day. */
  after?: "cycle" | "stay" | "climb";
  climb?: { points: number; at_most?: number | null } | null;
}

/** Without what it does not give; null where nothing is left. */
export function tidied(gift: Gift): Day {
  const given = Object.entries(gift).filter(([, value]) => value !== null && value !== undefined);
  return given.length > 0 ? (Object.fromEntries(given) as Gift) : null;
}

/** What somebody has who checks in for the `day`-th time in a row (1 is the first). */
export function giftOfDay({ days, after = "cycle", climb }: Ladder, day: number): Day {
  const length = days.length;
  if (length === 0) return null;
  if (day <= length) return days[day - 1] ?? null;
  if (after === "cycle") return days[(day - 1) % length] ?? null;
  const last = days[length - 1] ?? null;
  if (after === "stay" || !climb) return last;
  const points = (last?.points ?? 0) + climb.points * (day - length);
  return { ...last, points: Math.min(points, climb.at_most ?? points) };
}

/** The points of the first so many days in a row together. */
export function pointsOf(ladder: Ladder, days: number): number {
  let sum = 0;
  for (let day = 1; day <= days; day += 1) sum += giftOfDay(ladder, day)?.points ?? 0;
  return sum;
}
