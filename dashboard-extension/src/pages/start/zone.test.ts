import { expect, test } from "vitest";

import { zoneToBegin } from "./zone";

test("a shop that has told no zone begins with that of whoever is at the page", () => {
  expect(zoneToBegin("UTC", "Asia/Shanghai")).toBe("Asia/Shanghai");
  expect(zoneToBegin("Europe/Paris", "Asia/Shanghai")).toBe("Europe/Paris");
  expect(zoneToBegin("UTC", "")).toBe("UTC");
});
