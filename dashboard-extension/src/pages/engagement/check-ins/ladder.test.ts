import { describe, expect, it } from "vitest";

import { giftOfDay, pointsOf, tidied, type Ladder } from "./ladder";

const days = [{ points: 5 }, null, { points: 10, growth: 1 }];

function pointsFrom(ladder: Ladder, from: number, to: number): (number | undefined)[] {
  const found = [];
  for (let day = from; day <= to; day += 1) found.push(giftOfDay(ladder, day)?.points ?? undefined);
  return found;
}

describe("what the so many-th day in a row gives", () => {
  it("begins again behind the last day", () => {
    expect(pointsFrom({ days }, 1, 7)).toEqual([5, undefined, 10, 5, undefined, 10, 5]);
  });

  it("stays at the last day", () => {
    expect(giftOfDay({ days, after: "stay" }, 300)).toEqual({ points: 10, growth: 1 });
  });

  it("climbs up to its limit, with what else the last day gives", () => {
    const ladder: Ladder = { days, after: "climb", climb: { points: 4, at_most: 20 } };
    expect(pointsFrom(ladder, 3, 7)).toEqual([10, 14, 18, 20, 20]);
    expect(giftOfDay(ladder, 4)).toEqual({ points: 14, growth: 1 });
    expect(pointsFrom({ ...ladder, climb: { points: 4 } }, 6, 6)).toEqual([22]);
    expect(pointsFrom({ days: [null], after: "climb", climb: { points: 2 } }, 1, 3)).toEqual([
      undefined,
      2,
      4,
    ]);
  });

  it("gives nothing without a ladder", () => {
    expect(giftOfDay({ days: [] }, 1)).toBeNull();
  });
});

it("adds up the points of the first days", () => {
  expect(pointsOf({ days }, 7)).toBe(35);
});

it("leaves out what a day does not give", () => {
  expect(tidied({ points: 5, growth: null })).toEqual({ points: 5 });
  expect(tidied({ points: null, boost: null })).toBeNull();
});
