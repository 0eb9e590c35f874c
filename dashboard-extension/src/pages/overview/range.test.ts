import { expect, test } from "vitest";

import { todayIn } from "@/shared/figures/today";

import { askedOf } from "./range";

const asked = (address: string) => askedOf(new URLSearchParams(address), "2026-11-22");

test("without an address the last thirty days, day by day", () => {
  expect(asked("")).toEqual({
    range: "30",
    since: "2026-10-24",
    until: "2026-11-22",
    by: "DAY",
    channel: undefined,
    currency: undefined,
  });
});

test("more days are put together, unless somebody wants it otherwise", () => {
  expect(asked("range=90")).toMatchObject({ since: "2026-08-25", by: "WEEK" });
  expect(asked("range=365")).toMatchObject({ since: "2025-11-23", by: "MONTH" });
  expect(asked("range=365&by=DAY").by).toBe("DAY");
});

test("days that are chosen go before a named range", () => {
  expect(asked("range=7&since=2026-01-01&until=2026-01-31&channel=web&currency=USD")).toEqual({
    range: "custom",
    since: "2026-01-01",
    until: "2026-01-31",
    by: "DAY",
    channel: "web",
    currency: "USD",
  });
});

test("what is no day, no range and no step is passed over", () => {
  expect(asked("since=soon&until=2026-13-45&range=12&by=HOUR")).toEqual(asked(""));
});

test("today is the shop's", () => {
  const moment = new Date("2026-11-22T23:30:00Z");
  expect(todayIn("UTC", moment)).toBe("2026-11-22");
  expect(todayIn("Asia/Tokyo", moment)).toBe("2026-11-23");
  expect(todayIn("America/New_York", moment)).toBe("2026-11-22");
});
