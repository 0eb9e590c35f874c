import { createIntl } from "react-intl";
import { expect, test } from "vitest";

import { labelsOf } from "./labels";
import { placeAt } from "./place-name";
import type { Schema } from "./schema";
import schemas from "./testing/schemas.json";

const intl = createIntl({ locale: "en", onError: () => undefined });

test.each([
  ["PROGRAMME", "earning.rates.USD.points", "Earning › Points for money › USD › Points"],
  ["PROGRAMME", "earning.rules.0.percent", "Earning › Rules › No. 1 › Of the normal points"],
  ["PROGRAMME", "earning.rules.double.points", "Earning › Rules › double › Points on top"],
  [
    "PROGRAMME",
    "earning.expiry.conversion.valid_days",
    "Earning › Expiry › Turn what expires into a coupon › Coupon valid for",
  ],
  ["PROGRAMME", "tiers.gold", "Tiers › gold"],
  ["REWARD", "gives.amount.USD", "What it gives › Fixed amount › USD"],
])("%s: %s", (subject, place, said) => {
  const root = (schemas as unknown as Record<string, Schema>)[subject]!;
  expect(placeAt({ root, labels: labelsOf(intl, subject), subject, intl }, place).name).toBe(said);
});

test("a thing of a list has its name or its kind, a text its language", () => {
  const root = (schemas as unknown as Record<string, Schema>).LADDER!;
  const benefits = [{ kind: "price_off", slug: "off", name: {} }];
  const documents = [{ tiers: [{ slug: "gold", name: { en: "Golden" }, benefits }] }];
  const labels = labelsOf(intl, "LADDER");
  const name = (place: string) =>
    placeAt({ root, labels, subject: "LADDER", intl, documents }, place).name;
  expect(name("tiers.gold.name.de")).toBe("Tiers › Golden › Name › German");
  expect(name("tiers.gold.benefits.off")).toBe("Tiers › Golden › Benefits › Price off");
  expect(name("tiers.silver.benefits.off")).toBe("Tiers › silver › Benefits › off");
});
