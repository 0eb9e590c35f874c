interface Item {
  quota: number | null;
  left: number | null;
}

/** Pieces of the items that have a limit; of the others nobody counts what is left. */
export function takenOf(items: Item[]): { taken: number; quota: number } {
  return items.reduce(
    (sum, { quota, left }) =>
      quota === null || left === null
        ? sum
        : { taken: sum.taken + quota - left, quota: sum.quota + quota },
    { taken: 0, quota: 0 },
  );
}
