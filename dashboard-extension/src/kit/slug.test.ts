import { expect, test } from "vitest";

import { isSlug, nameIn, slugOf } from "./slug";

test("a name becomes a short name", () => {
  expect(slugOf("Crème brûlée, 2 pieces!")).toBe("creme-brulee-2-pieces");
  expect(slugOf("  Töpferkurs ")).toBe("topferkurs");
  expect(slugOf("春のくじ")).toBe("");
  expect(slugOf(`${"a".repeat(49)} and more`)).toBe("a".repeat(49));
});

test("what the server takes for a short name", () => {
  expect(isSlug("Spring_2026-x")).toBe(true);
  expect(isSlug("")).toBe(false);
  expect(isSlug("ä")).toBe(false);
  expect(isSlug("a".repeat(51))).toBe(false);
});

test("the name of a document is the English one, or another", () => {
  expect(nameIn({ name: { de: "Tee", en: "Tea" } })).toBe("Tea");
  expect(nameIn({ name: { fr: "", de: "Tee" } })).toBe("Tee");
  expect(nameIn({})).toBe("");
  expect(nameIn(null)).toBe("");
});
