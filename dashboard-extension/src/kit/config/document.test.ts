import { expect, test } from "vitest";

import { emptyOf, freshSlug, moved, ofKind, put } from "./document";
import { shapeOf, type Schema } from "./schema";
import schemas from "./testing/schemas.json";

const all = schemas as unknown as Record<string, Schema>;

test("what is not touched stays, in its place", () => {
  const before = { name: { en: "A" }, unknown: [1, { deep: true }], points: 5 };
  expect(put(before, "points", 6)).toEqual({ ...before, points: 6 });
  expect(Object.keys(put(before, "name", {}))).toEqual(["name", "unknown", "points"]);
  expect(put(before, "points", undefined)).toEqual({
    name: { en: "A" },
    unknown: [1, { deep: true }],
  });
  expect(before.points).toBe(5);
});

test("a moved item is where it should be, and nothing is lost", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
});

test("a new part says what it must and leaves open what only the merchant knows", () => {
  const root = all.CAMPAIGN!;
  expect(emptyOf(root, { $ref: "#/$defs/BonusRule" })).toEqual({ kind: "bonus" });
  expect(emptyOf(root, { $ref: "#/$defs/Cap" })).toEqual({ period: "event" });
  expect(emptyOf(root, root)).toEqual({ name: {}, rules: [] });
});

test("another kind keeps what it has in common with the one before", () => {
  const root = all.CAMPAIGN!;
  const rules = shapeOf(root, root.properties!.rules!);
  const kinds = rules.kind === "list" ? shapeOf(root, rules.items) : rules;
  const multiplier =
    kinds.kind === "choice" ? kinds.kinds.find(({ value }) => value === "multiplier") : undefined;
  const bonus = { kind: "bonus", slug: "x", name: { en: "X" }, points: 5, priority: 3 };
  expect(ofKind(root, "kind", multiplier!, bonus)).toEqual({
    kind: "multiplier",
    slug: "x",
    name: { en: "X" },
    priority: 3,
  });
});

test("a slug that nothing else has", () => {
  expect(freshSlug([], "bonus")).toBe("bonus");
  expect(freshSlug([{ slug: "bonus" }, { slug: "bonus-2" }], "bonus")).toBe("bonus-3");
});
