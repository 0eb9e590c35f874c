import { expect, test } from "vitest";

import { endOfDay, startOfDay } from "@/kit/days";
import { balanceAfter, isMuch } from "@/shared/member/balance";

import { stateOf } from "./state";

const account = { isGuest: false, userId: "VXNlcjo1", mergedIntoId: null };

test("what a member is to the shop", () => {
  expect(stateOf(account)).toBe("active");
  expect(stateOf({ ...account, isGuest: true, userId: null })).toBe("guest");
  expect(stateOf({ ...account, userId: null })).toBe("closed");
  expect(stateOf({ isGuest: true, userId: null, mergedIntoId: "m2" })).toBe("merged");
});

test("what is given pays what is owed first", () => {
  expect(balanceAfter({ available: 50, debt: 0 }, 100)).toBe(150);
  expect(balanceAfter({ available: 0, debt: 30 }, 100)).toBe(70);
  expect(balanceAfter({ available: 0, debt: 130 }, 100)).toBe(0);
  expect(balanceAfter({ available: 50, debt: 0 }, -20)).toBe(30);
});

test("a day is meant from its first to its last moment", () => {
  const day = new Date(2026, 11, 31).toISOString();
  expect(startOfDay("2026-12-31")).toBe(day);
  expect(endOfDay("2026-12-31")).toBe(new Date(2027, 0, 1).toISOString());
});

test("many at once are asked about, unless it is usual with that member", () => {
  expect([9_999, 10_000].map((points) => isMuch(points, 0))).toEqual([false, true]);
  expect([20_000, 20_001].map((points) => isMuch(points, 2_000))).toEqual([false, true]);
});
