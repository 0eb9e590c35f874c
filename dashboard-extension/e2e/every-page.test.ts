// Each page of the table in a host that plays the Dashboard's side of the bridge, light and dark.

import type { Frame, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";

import { askAt, finish, inHostAt, keptPage, lead, turn, withBrowser, worldShop } from "./harness";
import { addressIn, places, type Kind } from "./pages";
import { makeSandboxWorld } from "./sandbox-world";
import { settling } from "./settled";

withBrowser();

const at = worldShop;
// One for all, as for those who work with it: pages follow each other as the Dashboard leads there.
let page: Page;
let settled: ReturnType<typeof settling>;
let inside = false;
let theme: "light" | "dark";

beforeAll(makeSandboxWorld, 60_000);
beforeAll(async () => {
  page = await keptPage();
  settled = settling(page);
});

const frameOf = () => page.frames().find((frame) => frame.url().startsWith(`${at.url}/dashboard/`));

async function goTo(path: string, kind: Kind): Promise<Frame> {
  const there = inside && kind === "page" ? frameOf() : undefined;
  if (there) {
    await lead(page, there, path);
  } else {
    theme = "light";
    await page.goto(inHostAt(path, { at, theme }));
  }
  await settled(frameOf);
  return frameOf()!;
}

test.each(places)("$name has something to show, light and dark", async (place) => {
  const path = await addressIn(place, (question) => askAt(at, question));
  expect(path).toBeDefined();
  const frame = await goTo(path!, place.kind);
  // Until all has gone well: nobody is led on from a page that broke.
  inside = false;
  if (place.kind === "page") expect(await frame.getByRole("heading", { level: 1 }).count()).toBe(1);
  expect(await frame.locator(".callout.error").allTextContents()).toEqual([]);
  expect(await frame.getByText("There is none here (any more).").count()).toBe(0);
  expect(await frame.locator(".list-empty").count()).toBe(place.empty ? 1 : 0);
  await finish(page);

  theme = theme === "light" ? "dark" : "light";
  await turn(page, frame, theme);
  await finish(page, { rules: ["color-contrast"] });
  inside = place.kind === "page";
});
