// Pictures of the pages for the docs, by `make screenshots`: light and dark, in English and Chinese.

import { writeFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";

import {
  askAt,
  emptyShop,
  finish,
  inHostAt,
  keptPage,
  turn,
  withBrowser,
  worldShop,
} from "./harness";
import { addressIn, areas, type Kind, type Place } from "./pages";
import { makeSandboxWorld } from "./sandbox-world";
import { settling } from "./settled";

withBrowser();

const folder = process.env.SCREENSHOTS!;
const LOCALES = ["en", "zh-Hans"];
const THEMES = ["light", "dark"] as const;
/** As the Dashboard has room for them. */
const SIZES: Record<Kind, { width: number; height: number }> = {
  page: { width: 1280, height: 800 },
  widget: { width: 344, height: 480 },
  popup: { width: 1230, height: 640 },
};

const shown = areas
  .map(({ title, places }) => ({ title, places: places.filter(({ unseen }) => !unseen) }))
  .filter(({ places }) => places.length > 0);
let page: Page;
let settled: ReturnType<typeof settling>;

beforeAll(makeSandboxWorld, 60_000);
beforeAll(async () => {
  page = await keptPage();
  settled = settling(page);
});

test.each(shown.flatMap(({ places }) => places))("$name", async (place) => {
  const at = place.name === "start" ? emptyShop : worldShop;
  const path = await addressIn(place, (question) => askAt(at, question));
  await page.setViewportSize(SIZES[place.kind]);
  for (const locale of LOCALES) {
    await page.goto(inHostAt(path! + (place.pictured ?? ""), { at, locale }));
    for (const theme of THEMES) await take(place, at.url, locale, theme);
  }
  await finish(page);
});

async function take(
  { name, kind }: Place,
  shop: string,
  locale: string,
  theme: (typeof THEMES)[number],
): Promise<void> {
  const frameOf = () => page.frames().find((frame) => frame.url().startsWith(`${shop}/dashboard/`));
  await settled(frameOf);
  const frame = frameOf()!;
  await turn(page, frame, theme);
  const { width, height } = SIZES[kind];
  const main = await frame.locator("main.widget, main.popup, main").last().boundingBox();
  await page.screenshot({
    path: `${folder}/${name}-${locale}-${theme}.png`,
    animations: "disabled",
    clip: { x: 0, y: 0, width, height: kind === "widget" ? Math.ceil(main!.height) : height },
  });
}

test("what there is, for who writes the docs", () => {
  const told = shown.map(({ title, places }) => ({
    title,
    places: places.map((place) => ({ name: place.name, title: place.title })),
  }));
  expect(told.length).toBeGreaterThan(5);
  writeFileSync(`${folder}/areas.json`, JSON.stringify(told));
});
