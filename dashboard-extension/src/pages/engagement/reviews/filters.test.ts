import { expect, it } from "vitest";

import { askedOf, startOf } from "./filters";

function asked(address: string) {
  const params = new URLSearchParams(address);
  return askedOf((name) => params.get(name) ?? undefined);
}

it("asks for what stands in the address", () => {
  expect(asked("state=PENDING&stars=4&pictures=no&product=p1&search=loud")).toEqual({
    state: "PENDING",
    rating: 4,
    withPictures: false,
    productId: "p1",
    search: "loud",
    since: undefined,
    until: undefined,
  });
  expect(asked("pictures=yes&stars=many")).toMatchObject({ withPictures: true, rating: undefined });
});

it("has the last day in it", () => {
  const found = asked("since=2026-03-01&until=2026-03-31");
  expect(found.since).toBe(new Date(2026, 2, 1).toISOString());
  expect(found.until).toBe(new Date(2026, 3, 1).toISOString());
  expect(startOf("nonsense")).toBeUndefined();
});
