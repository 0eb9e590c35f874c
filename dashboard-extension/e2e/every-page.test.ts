// Each page of the table in a host that plays the Dashboard's side of the bridge, light and dark.

import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";

import { askAt, finish, inHostAt, keptPage, turn, withBrowser, worldShop } from "./harness";
import { addressIn, places } from "./pages";
import { makeSandboxWorld } from "./sandbox-world";
import { settling } from "./settled";

withBrowser();

const at = worldShop;
// One for all: the program is at hand from the second page on, as it is for those who work with it.
let page: Page;
let settled: ReturnType<typeof settling>;

beforeAll(makeSandboxWorld, 60_000);
beforeAll(async () => {
  page = await keptPage();
  settled = settling(page);
});

const frameOf = () => page.frames().find((frame) => frame.url().startsWith(`${at.url}/dashboard/`));

test.each(places)("$name has something to show, light and dark", async (place) => {
  const path = await addressIn(place, (question) => askAt(at, question));
  expect(path).toBeDefined();
  await page.goto(inHostAt(path!, { at }));
  await settled(frameOf);
  const frame = frameOf()!;
  if (place.kind === "page") expect(await frame.getByRole("heading", { level: 1 }).count()).toBe(1);
  expect(await frame.locator(".callout.error").allTextContents()).toEqual([]);
  expect(await frame.getByText("There is none here (any more).").count()).toBe(0);
  expect(await frame.locator(".list-empty").count()).toBe(place.empty ? 1 : 0);
  await finish(page);

  await turn(page, frame, "dark");
  await finish(page, { rules: ["color-contrast"] });
});
