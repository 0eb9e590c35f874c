import type { LoyaltyProgrammeQuery } from "@/graphql/programme";

export type Programme = NonNullable<LoyaltyProgrammeQuery["loyaltyProgramme"]>;
export type Version = Programme["versions"][number];
export type Standing = "draft" | "upcoming" | "inForce" | "earlier";

interface Dated {
  number: number;
  state: Version["state"];
  validFrom: string | null;
}

/** The version that counts at a moment: the one that came into force last. */
export function inForce<V extends Dated>(versions: readonly V[], now: Date): V | undefined {
  const begun = versions.filter(
    ({ state, validFrom }) => state !== "DRAFT" && validFrom !== null && new Date(validFrom) <= now,
  );
  const later = (one: V, other: V) =>
    new Date(other.validFrom ?? 0).getTime() - new Date(one.validFrom ?? 0).getTime() ||
    other.number - one.number;
  const latest = [...begun].sort(later)[0];
  return latest?.state === "ACTIVE" ? latest : undefined;
}

export function draftOf<V extends Dated>(versions: readonly V[]): V | undefined {
  return versions.find(({ state }) => state === "DRAFT");
}

export function standingOf(version: Dated, versions: readonly Dated[], now: Date): Standing {
  if (version.state === "DRAFT") return "draft";
  if (inForce(versions, now)?.number === version.number) return "inForce";
  if (version.state === "ACTIVE" && version.validFrom && new Date(version.validFrom) > now)
    return "upcoming";
  return "earlier";
}

/** What a version is compared with first: what counts now, or what counted before it. */
export function comparedWith<V extends Dated>(
  version: Dated,
  versions: readonly V[],
  now: Date,
): V | undefined {
  const current = inForce(versions, now);
  if (version.state === "DRAFT" && current) return current;
  return [...versions]
    .filter(({ number, state }) => number < version.number && state !== "DRAFT")
    .sort((one, other) => other.number - one.number)[0];
}
