/** One saving of how members earn beside orders. */
export interface Version {
  number: number;
  enabled: boolean;
  config: unknown;
  actor: string;
  createdAt: string;
}

export interface Standing {
  enabled: boolean;
  /** Since when it is on, or off; null where it was never set up. */
  since: string | null;
  /** It was so longer than the versions at hand tell. */
  longer: boolean;
}

/** What the versions (newest first) say of now. `asked`: how many of them were asked for. */
export function standingOf(versions: Version[], asked: number): Standing {
  const newest = versions[0];
  if (newest === undefined) return { enabled: false, since: null, longer: false };
  const other = versions.findIndex(({ enabled }) => enabled !== newest.enabled);
  const first = other === -1 ? versions.length - 1 : other - 1;
  return {
    enabled: newest.enabled,
    since: versions[first]?.createdAt ?? null,
    longer: other === -1 && versions.length === asked && versions[first]?.number !== 1,
  };
}

type Document = Record<string, unknown>;

/** The names of the parts in which two documents differ, in the order of the newer one. */
export function changedParts(before: unknown, after: unknown): string[] {
  const old = (before ?? {}) as Document;
  const now = (after ?? {}) as Document;
  const names = [...new Set([...Object.keys(now), ...Object.keys(old)])];
  return names.filter(
    (name) => JSON.stringify(ordered(old[name])) !== JSON.stringify(ordered(now[name])),
  );
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner)]));
}
