import { expect, test } from "vitest";

import { isCode, stateOf } from "./state";

const now = new Date("2026-03-10T12:00:00Z");
const tier = { active: true };
const open = { tier, active: true, uses: null, used: 5, validUntil: null };

test.each([
  [open, "open"],
  [{ ...open, uses: 6 }, "open"],
  [{ ...open, uses: 5 }, "usedUp"],
  [{ ...open, validUntil: "2026-03-10T12:00:00Z" }, "expired"],
  [{ ...open, validUntil: "2026-03-10T12:00:01Z" }, "open"],
  [{ ...open, tier: { active: false } }, "tierGone"],
  [{ ...open, active: false, uses: 5, validUntil: "2020-01-01T00:00:00Z" }, "off"],
])("%j is %s", (invitation, state) => {
  expect(stateOf(invitation, now)).toBe(state);
});

test("a code is 4 to 64 letters, digits and hyphens, or left to the server", () => {
  expect(["", "VIP-2026", "abcd", "A".repeat(64)].map(isCode)).toEqual([true, true, true, true]);
  expect(["abc", "A".repeat(65), "VIP 2026", "ÜBER-1"].map(isCode)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
