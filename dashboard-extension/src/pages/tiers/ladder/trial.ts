import { tiersOf } from "./ladder";

interface Count {
  fromTier: string | null;
  toTier: string | null;
  members: number;
}

export type Way = "up" | "down" | "stay";

export interface Flow extends Count {
  way: Way;
}

export interface Moves {
  /** Those who would move, the largest groups first. */
  flows: Flow[];
  up: number;
  down: number;
  stay: number;
}

/** What a trial found: who would rise, fall and stay.
 *
 * A tier's place is that of the new ladder, or of the one in force where the new one lacks it. Below
 * every tier is nobody's.
 */
export function movesOf(counts: readonly Count[], next: unknown, current: unknown): Moves {
  const ranks = new Map<string, number>();
  for (const config of [current, next])
    for (const { slug, rank } of tiersOf(config, "en")) ranks.set(slug, rank);
  const rank = (slug: string | null) => (slug === null ? 0 : (ranks.get(slug) ?? 0));
  const flows = counts.map((count): Flow => ({ ...count, way: wayOf(count, rank) }));
  const sum = (way: Way) =>
    flows.filter((flow) => flow.way === way).reduce((all, { members }) => all + members, 0);
  return {
    flows: flows
      .filter(({ way }) => way !== "stay")
      .sort((one, other) => other.members - one.members),
    up: sum("up"),
    down: sum("down"),
    stay: sum("stay"),
  };
}

function wayOf({ fromTier, toTier }: Count, rank: (slug: string | null) => number): Way {
  if (fromTier === toTier) return "stay";
  return rank(toTier) >= rank(fromTier) ? "up" : "down";
}
