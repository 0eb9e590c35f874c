import { expect, test } from "vitest";

import { barsOf, monthOf, monthText, weeksOf } from "./weeks";

test("a month begins with the Monday of its first week and ends with a Sunday", () => {
  const weeks = weeksOf(2026, 10);
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
  expect(weeks[0]![0]!.date).toBe("2026-10-26");
  expect(weeks[0]![6]).toMatchObject({ date: "2026-11-01", inMonth: true });
  expect(weeks[5]![6]!.date).toBe("2026-12-06");
  expect(weeksOf(2027, 1).length).toBe(4);
});

test("the address names a month; anything else is this one", () => {
  const now = new Date(2026, 2, 15);
  expect(monthOf("2025-12", now)).toEqual({ year: 2025, month: 11 });
  for (const text of [undefined, "", "2025-13", "soon"])
    expect(monthOf(text, now)).toEqual({ year: 2026, month: 2 });
  expect(monthText(2026, 12)).toBe("2027-01");
});

test("a campaign is a bar over the days of each week that it touches", () => {
  const weeks = weeksOf(2026, 10);
  const at = (day: number, hour = 0) => new Date(2026, 10, day, hour).toISOString();
  const short = { startsAt: at(4, 10), endsAt: at(6) };
  const long = { startsAt: at(7), endsAt: null };
  expect(barsOf(weeks[0]!, [short, long])).toEqual([]);
  expect(barsOf(weeks[1]!, [short, long])).toEqual([
    // Until midnight of the 6th: the 5th is its last day.
    { thing: short, from: 3, to: 4, before: false, after: false },
    { thing: long, from: 6, to: 7, before: false, after: true },
  ]);
  expect(barsOf(weeks[2]!, [short, long])).toEqual([
    { thing: long, from: 1, to: 7, before: true, after: true },
  ]);
});
