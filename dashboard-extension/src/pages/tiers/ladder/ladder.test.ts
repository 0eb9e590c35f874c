import { expect, test } from "vitest";

import { comparedWith, draftOf, isOvertaken, tiersGone } from "./ladder";

const first = { number: 1, state: "ACTIVE" };
const late = { number: 2, state: "DRAFT" };
const inForce = { number: 3, state: "ACTIVE" };
const draft = { number: 4, state: "DRAFT" };
const ladder = { versions: [draft, inForce, late, first], inForce };

test("a draft is compared with what is in force, another with the one before it", () => {
  expect(comparedWith(draft, ladder)).toBe(inForce);
  expect(comparedWith(late, ladder)).toBe(inForce);
  expect(comparedWith(inForce, ladder)).toBe(first);
  expect(comparedWith(first, ladder)).toBeUndefined();
  expect(comparedWith(draft, { versions: [draft], inForce: null })).toBeUndefined();
});

test("a draft is overtaken by a later version that is in force", () => {
  expect(isOvertaken(late, inForce)).toBe(true);
  expect(isOvertaken(draft, inForce)).toBe(false);
  expect(isOvertaken(first, inForce)).toBe(false);
  expect(isOvertaken(draft, null)).toBe(false);
});

test("the draft being written is one that can be activated", () => {
  expect(draftOf(ladder)).toBe(draft);
  expect(draftOf({ ...ladder, versions: [inForce, late, first] })).toBeUndefined();
  expect(draftOf({ versions: [draft], inForce: null })).toBe(draft);
});

test("tiers that a version has no more", () => {
  const ladderOf = (...slugs: string[]) => ({
    tiers: slugs.map((slug) => ({ slug, name: { en: slug.toUpperCase() } })),
  });
  expect(tiersGone(ladderOf("a", "b", "c"), ladderOf("b", "d"), "en")).toEqual(["A", "C"]);
  expect(tiersGone(ladderOf("a"), ladderOf("a", "b"), "en")).toEqual([]);
  expect(tiersGone(undefined, ladderOf("a"), "en")).toEqual([]);
});
