import { expect, test } from "vitest";

import { startingConfig } from "./starting";

test("one point for one of each currency, by its own digits, each currency once", () => {
  expect(startingConfig(["USD", "JPY", "USD"], "Asia/Tokyo")).toMatchObject({
    earning: { rates: { USD: { points: 1, minor: 100 }, JPY: { points: 1, minor: 1 } } },
    spending: { rates: { USD: { points: 100, minor: 100 }, JPY: { points: 100, minor: 1 } } },
    time_zone: "Asia/Tokyo",
  });
});
