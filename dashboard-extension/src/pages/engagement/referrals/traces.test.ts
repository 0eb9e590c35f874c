import { expect, it } from "vitest";

import { tracesOf } from "./traces";

it("tells what is shared with the referrer before what is shared among friends", () => {
  expect(
    tracesOf([
      { kind: "device", commonWith: "friends" },
      { kind: "address", commonWith: "referrer" },
      { kind: "email", commonWith: "referrer" },
    ]),
  ).toEqual(["traceAddressReferrer", "traceEmailReferrer", "traceDeviceFriends"]);
});

it("says of what it does not know that there is something", () => {
  expect(tracesOf([{ kind: "shoe_size", commonWith: "referrer" }])).toEqual(["traceOther"]);
  expect(tracesOf([])).toEqual([]);
});
