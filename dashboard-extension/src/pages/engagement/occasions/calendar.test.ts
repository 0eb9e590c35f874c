import { expect, it } from "vitest";

import { monthsOf, totals, weekStartOf, type DayAhead } from "./calendar";

const ahead: DayAhead[] = [
  { day: "2026-02-28", occasion: "BIRTHDAY", members: 2 },
  { day: "2026-02-28", occasion: "JOINED", members: 1 },
  { day: "2026-03-01", occasion: "BIRTHDAY", members: 3 },
];

function shape(weekStart: number) {
  return monthsOf("2026-02-27", 4, ahead, weekStart).map(({ month, weeks }) => ({
    month,
    weeks: weeks.map((week) => week.map(({ day }) => day.slice(8) || "·").join(" ")),
  }));
}

it("is made of months and whole weeks", () => {
  expect(shape(1)).toEqual([
    { month: "2026-02-01", weeks: ["· · · · 27 28 ·"] },
    { month: "2026-03-01", weeks: ["· · · · · · 01", "02 · · · · · ·"] },
  ]);
});

it("begins its weeks where the reader's weeks begin", () => {
  expect(shape(7)).toEqual([
    { month: "2026-02-01", weeks: ["· · · · · 27 28"] },
    { month: "2026-03-01", weeks: ["01 02 · · · · ·"] },
  ]);
  expect(weekStartOf("not a locale")).toBe(1);
});

it("knows what is on a day, and how many in all", () => {
  const cells = monthsOf("2026-02-27", 4, ahead).flatMap(({ weeks }) => weeks.flat());
  const found = cells.find(({ day }) => day === "2026-02-28")?.found;
  expect(found?.map(({ occasion, members }) => [occasion, members])).toEqual([
    ["BIRTHDAY", 2],
    ["JOINED", 1],
  ]);
  expect([...totals(ahead)]).toEqual([
    ["BIRTHDAY", 5],
    ["JOINED", 1],
  ]);
});

it("crosses the change of clocks and of years", () => {
  const days = monthsOf("2026-03-28", 3, [])
    .flatMap(({ weeks }) => weeks.flat())
    .filter(({ day }) => day);
  expect(days.map(({ day }) => day)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
  expect(monthsOf("2026-12-31", 2, []).map(({ month }) => month)).toEqual([
    "2026-12-01",
    "2027-01-01",
  ]);
});
