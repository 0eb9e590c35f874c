import { asDict, asList } from "@/kit/config/document";

import { tiersOf, type Tier } from "./ladder";

/** What a ladder may say, but hardly means. */
export type Oddity =
  | { kind: "never"; tier: string; above: string }
  | { kind: "harderToKeep"; tier: string };

/** Tiers that a higher one leaves nobody in, and tiers that are harder to keep than to reach.
 *
 * Only what counts the same thing is compared: growth with growth, money with money.
 */
export function odditiesOf(config: unknown, locale: string): Oddity[] {
  const tiers = tiersOf(config, locale);
  return tiers.flatMap((tier, place): Oddity[] => {
    const above = tiers.slice(place + 1).find((higher) => isAsEasy(higher, tier));
    const { entry, keep } = tier.document;
    return [
      ...(above ? [{ kind: "never" as const, tier: tier.name, above: above.name }] : []),
      ...(isAtMost(entry, keep) && !isAtMost(keep, entry)
        ? [{ kind: "harderToKeep" as const, tier: tier.name }]
        : []),
    ];
  });
}

function isAsEasy(higher: Tier, lower: Tier): boolean {
  return lower.document.everybody !== true && isAtMost(higher.document.entry, lower.document.entry);
}

/** Whether whoever has the second has the first as well. False where they cannot be compared. */
function isAtMost(first: unknown, second: unknown): boolean {
  const [one, other] = [asDict(first), asDict(second)];
  const [{ from: low, ...what }, { from: high, ...same }] = [one, other];
  if (low === undefined || !isSame(what, same)) return false;
  if (typeof low === "number") return typeof high === "number" && low <= high;
  const amounts = asDict(low);
  const currencies = Object.keys(asDict(high));
  return (
    currencies.length > 0 &&
    currencies.every((currency) => Number(amounts[currency]) <= Number(asDict(high)[currency]))
  );
}

function isSame(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const written = (said: Record<string, unknown>) =>
    JSON.stringify(
      Object.entries(said)
        .filter(([, value]) => value !== null && value !== undefined)
        .sort(([first], [second]) => first.localeCompare(second)),
    );
  return asList(one.of).length === 0 && written(one) === written(other);
}
