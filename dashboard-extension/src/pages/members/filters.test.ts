import { expect, test } from "vitest";

import { endOfDay, startOfDay } from "@/kit/days";

import { wantedOf } from "./filters";

function asked(address: string) {
  const params = new URLSearchParams(address);
  return wantedOf({
    get: (name) => params.get(name) ?? undefined,
    sort: params.get("sort") ?? "joined",
    direction: params.get("direction") === "asc" ? "asc" : "desc",
  });
}

test("without filters all members, who joined last first", () => {
  const wanted = asked("");
  expect(wanted).toMatchObject({ sort: "JOINED", descending: true });
  expect(Object.values(wanted).filter((value) => value !== undefined)).toHaveLength(2);
});

test("every filter of the address is asked for", () => {
  expect(
    asked(
      "search=ada&tier=gold&kind=guest&min=10&max=99&since=2026-01-01&until=2026-01-31&debtors=yes",
    ),
  ).toEqual({
    search: "ada",
    tier: "gold",
    withoutTier: undefined,
    plan: undefined,
    guest: true,
    pointsFrom: 10,
    pointsTo: 99,
    joinedSince: startOfDay("2026-01-01"),
    joinedUntil: endOfDay("2026-01-31"),
    debtors: true,
    sort: "JOINED",
    descending: true,
  });
});

test("no tier is a filter of its own, and so is an account", () => {
  expect(asked("tier=none&kind=account")).toMatchObject({
    tier: undefined,
    withoutTier: true,
    guest: false,
  });
});

test("a number that is none, and an order that is none, are passed over", () => {
  expect(asked("min=ten&max=1e9&sort=shoe")).toMatchObject({
    pointsFrom: undefined,
    pointsTo: undefined,
    sort: "JOINED",
  });
  expect(asked("sort=available&direction=asc")).toMatchObject({
    sort: "POINTS",
    descending: false,
  });
});
