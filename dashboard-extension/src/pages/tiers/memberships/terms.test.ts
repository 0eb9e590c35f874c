import { expect, test } from "vitest";

import { benefitsOf, termsOf, variantsOf } from "./terms";

test("how long a plan lasts, the shortest first", () => {
  const config = {
    variants: {
      a: { lifetime: true },
      b: { months: 12 },
      c: { days: 45 },
      d: { months: 1 },
      e: { months: 12 },
    },
    benefits: [{ kind: "free_shipping" }],
  };
  expect(termsOf(config)).toEqual([
    { kind: "months", number: 1 },
    { kind: "days", number: 45 },
    { kind: "months", number: 12 },
    { kind: "lifetime" },
  ]);
  expect(variantsOf(config)).toBe(5);
  expect(benefitsOf(config)).toBe(1);
});

test("a pack names its products in a list, and what says nothing has none", () => {
  expect(variantsOf({ variants: ["a", "b"] })).toBe(2);
  expect(variantsOf({})).toBe(0);
  expect(termsOf(null)).toEqual([]);
});
