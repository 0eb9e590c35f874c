import { expect, test } from "vitest";

import { bareId, globalId } from "./OrderLink";

test("an order by its own id or by its global one", () => {
  const global = btoa("Order:0c5f-12");
  expect(bareId(global)).toBe("0c5f-12");
  expect(bareId("0c5f-12")).toBe("0c5f-12");
  expect(globalId("0c5f-12")).toBe(global);
  expect(globalId(global)).toBe(global);
});
