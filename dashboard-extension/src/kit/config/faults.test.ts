import { expect, test } from "vitest";

import { saysSomething } from "./faults";

test.each([
  [undefined, false],
  ["", false],
  [[], false],
  [{}, false],
  [{ kind: "coupon" }, false],
  [{ kind: "coupon", amount: {}, currencies: [] }, false],
  [{ kind: "service", by_staff: false }, false],
  [{ kind: "coupon", amount: { USD: 500 } }, true],
  [[{ kind: "tier" }], true],
  [0, true],
])("%j says something: %s", (value, says) => {
  expect(saysSomething(value)).toBe(says);
});
