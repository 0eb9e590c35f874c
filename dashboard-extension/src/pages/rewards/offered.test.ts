import { expect, test } from "vitest";

import { endsBeforeItStarts, offeredAt } from "./offered";

const NOON = Date.parse("2026-03-10T12:00:00Z");
const MORNING = "2026-03-10T08:00:00Z";
const EVENING = "2026-03-10T20:00:00Z";

test("on only where it is switched on and within its dates", () => {
  expect(offeredAt({ active: true, startsAt: null, endsAt: null }, NOON)).toBe("on");
  expect(offeredAt({ active: true, startsAt: MORNING, endsAt: EVENING }, NOON)).toBe("on");
  expect(offeredAt({ active: true, startsAt: EVENING, endsAt: null }, NOON)).toBe("planned");
  expect(offeredAt({ active: false, startsAt: EVENING, endsAt: null }, NOON)).toBe("off");
  expect(offeredAt({ active: true, startsAt: null, endsAt: MORNING }, NOON)).toBe("over");
  expect(offeredAt({ active: false, startsAt: null, endsAt: MORNING }, NOON)).toBe("over");
  expect(offeredAt({ active: true, startsAt: null, endsAt: "2026-03-10T12:00:00Z" }, NOON)).toBe(
    "over",
  );
});

test("an end needs to be after its start", () => {
  expect(endsBeforeItStarts(EVENING, MORNING)).toBe(true);
  expect(endsBeforeItStarts(MORNING, MORNING)).toBe(true);
  expect(endsBeforeItStarts(MORNING, EVENING)).toBe(false);
  expect(endsBeforeItStarts(null, MORNING)).toBe(false);
});
