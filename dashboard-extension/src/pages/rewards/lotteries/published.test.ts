import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { published } from "./published";
import { isByHand, stepsFor } from "./states";

/** The file that docs/lottery.md shows, and docs/lottery_draw.py takes. */
function documented(): Record<string, unknown> {
  // Tests run in the folder of the pages.
  const page = readFileSync("../docs/lottery.md", "utf8");
  return JSON.parse(/```json published\n([\s\S]*?)```/.exec(page)?.[1] ?? "{}") as Record<
    string,
    unknown
  >;
}

test("the file is the one that the documentation shows", () => {
  const wanted = documented();
  const wins = wanted.wins as { prize: string; number: number; ticket: string }[];
  const tickets = (wanted.tickets as string[]).map((publicId) => {
    const win = wins.find(({ ticket }) => ticket === publicId);
    return { publicId, prize: win?.prize ?? null, piece: win?.number ?? null };
  });
  const lottery = {
    slug: "spring",
    commitment: wanted.commitment as string,
    seed: wanted.seed as string,
    ticketsDigest: wanted.tickets_digest as string,
    prizes: [
      { slug: "bike", stock: 1, oddsWins: null, oddsOf: null },
      { slug: "points", stock: 1, oddsWins: null, oddsOf: null },
      { slug: "coupon", stock: 2, oddsWins: 1, oddsOf: 2 },
    ],
  };
  expect(JSON.stringify(published(lottery, tickets))).toBe(JSON.stringify(wanted));
});

test("a lottery goes one way", () => {
  expect(stepsFor("DRAFT")).toEqual({ open: true, close: false, draw: false, cancel: true });
  expect(stepsFor("OPEN")).toEqual({ open: false, close: true, draw: false, cancel: true });
  expect(stepsFor("CLOSED")).toEqual({ open: false, close: false, draw: true, cancel: true });
  for (const state of ["DRAWN", "CANCELLED"] as const)
    expect(stepsFor(state)).toEqual({ open: false, close: false, draw: false, cancel: false });
});

test("only some prizes wait for staff", () => {
  const config = {
    prizes: [
      { slug: "bike", kind: "by_hand" },
      { slug: "points", kind: "points" },
    ],
  };
  expect(isByHand(config, "bike")).toBe(true);
  expect(isByHand(config, "points")).toBe(false);
  expect(isByHand(null, "bike")).toBe(false);
});
