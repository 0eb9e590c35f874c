import { expect, test } from "vitest";

import { movesOf } from "./trial";

const ladder = (...slugs: string[]) => ({ tiers: slugs.map((slug) => ({ slug, name: {} })) });

test("who rises, who falls and who stays", () => {
  const counts = [
    { fromTier: null, toTier: "silver", members: 7 },
    { fromTier: "gold", toTier: "silver", members: 9 },
    { fromTier: "silver", toTier: "silver", members: 100 },
    { fromTier: "silver", toTier: null, members: 2 },
    { fromTier: null, toTier: null, members: 5 },
  ];
  const moves = movesOf(counts, ladder("silver", "gold"), ladder("silver", "gold"));
  expect(moves).toMatchObject({ up: 7, down: 11, stay: 105 });
  expect(moves.flows.map(({ members, way }) => [members, way])).toEqual([
    [9, "down"],
    [7, "up"],
    [2, "down"],
  ]);
});

test("a tier that is left out has its old place", () => {
  const counts = [{ fromTier: "gold", toTier: "silver", members: 3 }];
  expect(movesOf(counts, ladder("silver"), ladder("silver", "gold"))).toMatchObject({
    up: 0,
    down: 3,
  });
});

test("nobody was looked at", () => {
  expect(movesOf([], ladder("silver"), undefined)).toEqual({ flows: [], up: 0, down: 0, stay: 0 });
});
