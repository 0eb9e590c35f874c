import { expect, test } from "vitest";

import { keyOf, quantityFault } from "./use-up";

const quota = (left: number | null) => ({ kind: "SERVICE", slug: "a:b", allowed: 3, left });

test("a number is at least one and no more than is left", () => {
  expect(quantityFault(null, quota(2))).toEqual({ kind: "atLeastOne" });
  expect(quantityFault(0, quota(2))).toEqual({ kind: "atLeastOne" });
  expect(quantityFault(2, quota(2))).toBeUndefined();
  expect(quantityFault(3, quota(2))).toEqual({ kind: "notSoMany", left: 2 });
  expect(quantityFault(1, quota(0))).toEqual({ kind: "notSoMany", left: 0 });
});

test("what is unlimited has no end", () => {
  expect(quantityFault(99, quota(null))).toBeUndefined();
  expect(quantityFault(1, undefined)).toBeUndefined();
});

test("a quota has a name of its own", () => {
  expect(keyOf(quota(1))).toBe("SERVICE:a:b");
});
