interface Quota {
  kind: string;
  slug: string;
  allowed: number | null;
  left: number | null;
}

/** One text for a quota in a choice; a kind's slug alone may stand for several kinds. */
export function keyOf({ kind, slug }: Pick<Quota, "kind" | "slug">): string {
  return `${kind}:${slug}`;
}

export type Fault = { kind: "atLeastOne" } | { kind: "notSoMany"; left: number };

/** What is wrong with a number to be used up; undefined where nothing is. */
export function quantityFault(
  quantity: number | null,
  quota: Quota | undefined,
): Fault | undefined {
  if (quantity === null || quantity < 1) return { kind: "atLeastOne" };
  const left = quota?.left ?? null;
  return left !== null && quantity > left ? { kind: "notSoMany", left } : undefined;
}
