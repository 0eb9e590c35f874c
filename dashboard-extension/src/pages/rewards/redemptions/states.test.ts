import { expect, test } from "vitest";

import { momentOf } from "./filters";
import { stateNamed, stepsFor } from "./states";

const none = { issue: false, fulfil: false, cancel: false };

test("what can be done about a redemption", () => {
  expect(stepsFor({ state: "REQUESTED", kind: "SERVICE", orderId: null })).toEqual({
    issue: true,
    fulfil: false,
    cancel: true,
  });
  expect(stepsFor({ state: "REQUESTED", kind: "COUPON", orderId: null })).toEqual({
    ...none,
    cancel: true,
  });
  expect(stepsFor({ state: "ISSUED", kind: "COUPON", orderId: null })).toEqual({
    issue: false,
    fulfil: true,
    cancel: true,
  });
  expect(stepsFor({ state: "RESERVED", kind: "PRODUCT", orderId: null })).toEqual({
    ...none,
    cancel: true,
  });
});

test("what is used, over, ordered or drawn is not cancelled", () => {
  expect(stepsFor({ state: "FULFILLED", kind: "SERVICE", orderId: null })).toEqual(none);
  expect(stepsFor({ state: "CANCELLED", kind: "COUPON", orderId: null })).toEqual(none);
  expect(stepsFor({ state: "EXPIRED", kind: "TIER_UPGRADE", orderId: null })).toEqual(none);
  expect(stepsFor({ state: "RESERVED", kind: "PRODUCT", orderId: "o1" })).toEqual(none);
  expect(stepsFor({ state: "FULFILLED", kind: "LOTTERY_TICKET", orderId: null })).toEqual(none);
  // Ended as long as it runs; bought goods are given back as a favour.
  expect(stepsFor({ state: "FULFILLED", kind: "TIER_UPGRADE", orderId: null }).cancel).toBe(true);
  expect(stepsFor({ state: "ISSUED", kind: "PRODUCT", orderId: "o1" }).cancel).toBe(true);
});

test("what an address says is looked at", () => {
  expect(stateNamed("ISSUED")).toBe("ISSUED");
  expect(stateNamed("issued")).toBeUndefined();
  expect(stateNamed(undefined)).toBeUndefined();
});

test("a day is the reader's own, and its end the next one's beginning", () => {
  expect(momentOf("2026-03-10")).toBe(new Date(2026, 2, 10).toISOString());
  expect(momentOf("2026-03-31", 1)).toBe(new Date(2026, 3, 1).toISOString());
  expect(momentOf("soon")).toBeUndefined();
  expect(momentOf(undefined)).toBeUndefined();
});
