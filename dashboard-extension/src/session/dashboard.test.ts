import { expect, test } from "vitest";

import { placeOf } from "./dashboard";

test.each([
  ["/dashboard/extensions/app/QXBwOjE%3D/members", "/members"],
  ["/dashboard/extensions/app/QXBwOjE%3D", "/"],
  ["/extensions/app/QXBwOjE=/members/TWVtYmVyOjE=", "/members/TWVtYmVyOjE="],
  ["/apps/QXBwOjE%3D/app/settings", "/settings"],
  ["/apps/QXBwOjE%3D/app", "/"],
])("the Dashboard at %s shows our %s", (path, ours) => {
  expect(placeOf(path)).toBe(ours);
});

test.each(["/dashboard/customers/VXNlcjox", "/dashboard/home/widgets", "/members", "/"])(
  "the Dashboard at %s shows no page of ours",
  (path) => {
    expect(placeOf(path)).toBeUndefined();
  },
);
