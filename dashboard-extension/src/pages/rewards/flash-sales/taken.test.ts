import { expect, test } from "vitest";

import { takenOf } from "./taken";

test("pieces are counted where there is a limit", () => {
  expect(takenOf([])).toEqual({ taken: 0, quota: 0 });
  expect(
    takenOf([
      { quota: 10, left: 4 },
      { quota: 5, left: 5 },
      { quota: null, left: null },
    ]),
  ).toEqual({ taken: 6, quota: 15 });
});
