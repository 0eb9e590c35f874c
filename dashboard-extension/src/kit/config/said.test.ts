import { createIntl } from "react-intl";
import { expect, test } from "vitest";

import { labelsOf } from "./labels";
import { placeAt } from "./place-name";
import { said } from "./said";
import type { Schema } from "./schema";
import schemas from "./testing/schemas.json";

const intl = createIntl({ locale: "en", timeZone: "UTC", onError: () => undefined });
const gold = {
  slug: "gold",
  name: { en: "Gold", de: "Gold" },
  entry: { kind: "spend", from: { USD: 50_000, JPY: 7000 } },
  benefits: [{ kind: "price_off", slug: "off", basis_points: 1050, categories: [] }],
  description: {},
};
const ladder = { tiers: [{ slug: "silver", name: { en: "Silver" } }, gold] };

function sayIn(subject: string, documents: unknown[], place: string, value: unknown): string {
  const root = (schemas as unknown as Record<string, Schema>)[subject]!;
  const reading = { root, labels: labelsOf(intl, subject), subject, intl, documents };
  return said(reading, placeAt(reading, place), value);
}

test.each([
  ["tiers.gold.entry.from.USD", 50_000, "$500.00"],
  ["tiers.gold.entry.from.JPY", 50_000, "¥50,000"],
  ["tiers.gold.entry.from", { USD: 1, JPY: 1 }, "$0.01, ¥1"],
  ["tiers.gold.entry.kind", "spend", "Money spent"],
  ["tiers.gold.benefits.off.basis_points", 1050, "10.5%"],
  ["tiers.gold.protected", true, "Yes"],
  ["tiers.gold.name.de", "Goldig", "Goldig"],
  ["tiers", ["gold", "silver"], "Gold, Silver"],
  ["grace_days", 45, "45 days"],
  ["grace_days", null, ""],
  ["something.else", { a: 1 }, "a: 1"],
])("%s: %j", (place, value, text) => {
  expect(sayIn("LADDER", [ladder], place, value)).toBe(text);
});

test("a whole thing says what it says, and not what counts anyway", () => {
  expect(sayIn("LADDER", [ladder], "tiers.gold", gold)).toBe(
    "Name: Gold; Short name: gold; How to get in: Money spent (Spent at least: $500.00, ¥7,000); " +
      "Benefits: Price off (Off the price: 10.5%; Short name: off)",
  );
});

test("a rate has points and money of its currency", () => {
  expect(sayIn("PROGRAMME", [], "earning.rates.USD", { points: 2, minor: 100 })).toBe(
    "For an amount of: $1.00; Points: 2",
  );
  expect(sayIn("PROGRAMME", [], "earning.rates.JPY.minor", 100)).toBe("¥100");
});
