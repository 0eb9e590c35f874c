import { expect, test } from "vitest";

import { ratesOf } from "./RatesCard";

test("each currency of the programme has what earns and what pays", () => {
  const programme = {
    earning: { rates: { JPY: { points: 1, minor: 150 }, USD: { points: 1, minor: 100 } } },
    spending: { rates: { USD: { points: 100, minor: 100 } } },
  };
  expect(ratesOf(programme)).toEqual([
    { currency: "JPY", earns: { points: 1, minor: 150 }, pays: undefined },
    { currency: "USD", earns: { points: 1, minor: 100 }, pays: { points: 100, minor: 100 } },
  ]);
});

test("a programme without rates has no rows", () => {
  expect(ratesOf({})).toEqual([]);
});
