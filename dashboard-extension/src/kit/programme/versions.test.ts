import { expect, test } from "vitest";

import { comparedWith, draftOf, inForce, standingOf } from "./versions";

const now = new Date("2026-03-15T12:00:00Z");
const version = (
  number: number,
  state: "ACTIVE" | "DRAFT" | "ARCHIVED",
  validFrom: string | null,
) => ({
  number,
  state,
  validFrom,
});
const first = version(1, "ACTIVE", "2026-01-01T00:00:00Z");
const second = version(2, "ACTIVE", "2026-02-01T00:00:00Z");
const third = version(3, "ACTIVE", "2026-04-01T00:00:00Z");
const draft = version(4, "DRAFT", null);
const all = [draft, third, second, first];

test("the version that came into force last counts", () => {
  expect(inForce(all, now)?.number).toBe(2);
  expect(inForce(all, new Date("2026-05-01T00:00:00Z"))?.number).toBe(3);
  expect(inForce([draft], now)).toBeUndefined();
  expect(inForce([version(1, "ARCHIVED", "2026-01-01T00:00:00Z")], now)).toBeUndefined();
});

test("how each of them stands", () => {
  expect(all.map((one) => standingOf(one, all, now))).toEqual([
    "draft",
    "upcoming",
    "inForce",
    "earlier",
  ]);
  expect(draftOf(all)).toBe(draft);
  expect(draftOf([first])).toBeUndefined();
});

test("a draft is compared with what counts, another with the one before it", () => {
  expect(comparedWith(draft, all, now)?.number).toBe(2);
  expect(comparedWith(third, all, now)?.number).toBe(2);
  expect(comparedWith(first, all, now)).toBeUndefined();
});
