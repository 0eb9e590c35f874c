import { expect, test } from "vitest";

import { exact } from "./use-budget-text";

test.each([
  [0, 2, "0.00"],
  [5, 2, "0.05"],
  [-1250, 2, "-12.50"],
  [1800, 0, "1800"],
  [9007199254740991, 2, "90071992547409.91"],
  [5, 3, "0.005"],
])("%i minor units with %i digits", (minor, digits, text) => {
  expect(exact(minor, digits)).toBe(text);
});
