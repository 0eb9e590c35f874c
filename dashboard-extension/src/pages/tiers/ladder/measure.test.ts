import { createIntl } from "react-intl";
import { expect, test } from "vitest";

import { measureText } from "./measure";

const intl = createIntl({ locale: "en", onError: () => undefined });

test.each([
  [{ kind: "spend", from: { USD: 50000, JPY: 70000 } }, "$500.00 or ¥70,000 spent"],
  [{ kind: "orders", from: 1 }, "1 order"],
  [{ kind: "orders", from: 3, minimum: { USD: 1000 } }, "3 orders of at least $10.00"],
  [{ kind: "growth", from: 1500 }, "1,500 growth"],
  [{ kind: "points", from: 1 }, "1 point earned"],
  [{ kind: "activity", event: "review", from: 5 }, "5 × review"],
  [
    {
      kind: "any",
      of: [
        {
          kind: "all",
          of: [
            { kind: "orders", from: 2 },
            { kind: "growth", from: 5 },
          ],
        },
        { kind: "points", from: 9 },
      ],
    },
    "2 orders and 5 growth or 9 points earned",
  ],
  [undefined, ""],
])("%j", (measure, text) => {
  expect(measureText(measure, intl)).toBe(text);
});
