import { expect, test } from "vitest";

import { actionName } from "./action-name";

test.each([
  ["loyaltyPointsAdjust", "Points adjust"],
  ["loyaltyEventBatchRun", "Event batch run"],
  ["other", "Other"],
])("%s reads %s", (action, name) => {
  expect(actionName(action)).toBe(name);
});
