import type { LoyaltyLadderQuery } from "@/graphql/ladder";
import { asDict, asList } from "@/kit/config/document";
import { textOf } from "@/kit/config/summary";

export type Ladder = NonNullable<LoyaltyLadderQuery["loyaltyLadder"]>;
export type Version = Ladder["versions"][number];

export interface Tier {
  slug: string;
  name: string;
  /** 1 is the lowest. */
  rank: number;
  document: Record<string, unknown>;
}

/** The tiers of a ladder as it is written, lowest first. */
export function tiersOf(config: unknown, locale: string): Tier[] {
  return asList(asDict(config).tiers).map((one, place) => {
    const document = asDict(one);
    const slug = String(document.slug ?? "");
    return { slug, name: textOf(document.name, locale) || slug, rank: place + 1, document };
  });
}

/** Names by slug, of several ladders: the first that knows one says it. */
export function namesOf(configs: unknown[], locale: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const config of configs)
    for (const { slug, name } of tiersOf(config, locale))
      if (!names.has(slug)) names.set(slug, name);
  return names;
}

/** The names of tiers that one ladder has and the next one has not. */
export function tiersGone(before: unknown, after: unknown, locale: string): string[] {
  const kept = namesOf([after], locale);
  return tiersOf(before, locale)
    .filter(({ slug }) => !kept.has(slug))
    .map(({ name }) => name);
}

export type Standing = "draft" | "inForce" | "earlier";

export function standingOf(
  version: { id: string; state: string },
  inForce: { id: string } | null,
): Standing {
  if (version.state === "DRAFT") return "draft";
  return version.id === inForce?.id ? "inForce" : "earlier";
}

interface Numbered {
  number: number;
  state: string;
}

/** What a version is compared with first: what is in force, or what was in force before it. */
export function comparedWith<V extends Numbered>(
  version: Numbered,
  { versions, inForce }: { versions: readonly V[]; inForce: V | null },
): V | undefined {
  if (version.state === "DRAFT" && inForce) return inForce;
  return versions.find(({ number, state }) => state !== "DRAFT" && number < version.number);
}

/** Whether a version that came later is in force: what knows nothing of it cannot replace it. */
export function isOvertaken(version: Numbered, inForce: { number: number } | null): boolean {
  return version.state === "DRAFT" && inForce !== null && inForce.number > version.number;
}

/** The draft that is being written, if any: the newest that can still be activated. */
export function draftOf<V extends Numbered>(ladder: {
  versions: readonly V[];
  inForce: { number: number } | null;
}): V | undefined {
  return ladder.versions.find((one) => one.state === "DRAFT" && !isOvertaken(one, ladder.inForce));
}

/** The least a ladder can say: one tier that is everybody's. */
export function startingLadder(timeZone: string): object {
  return {
    time_zone: timeZone,
    tiers: [{ slug: "member", name: { en: "Member" }, everybody: true }],
  };
}
