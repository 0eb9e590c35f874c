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
interface Tab {
  page: Page;
  settled: ReturnType<typeof settling>;
}
// The browser itself writes the dates of fields in its own language.
const tabs = new Map<string, Tab>();

beforeAll(makeSandboxWorld, 60_000);
beforeAll(async () => {
  for (const locale of LOCALES) {
    const page = await keptPage({ locale });
    tabs.set(locale, { page, settled: settling(page) });
  }
});

test.each(shown.flatMap(({ places }) => places))("$name", async (place) => {
  const at = place.name === "start" ? emptyShop : worldShop;
  const address = `${place.address}${place.pictured ?? ""}`;
  const path = await addressIn({ ...place, address }, (question) => askAt(at, question));
  for (const [locale, tab] of tabs) {
    await tab.page.setViewportSize(SIZES[place.kind]);
    await tab.page.goto(inHostAt(path!, { at, locale }));
    for (const theme of THEMES) await take(tab, place, at.url, `${locale}-${theme}`, theme);
    await finish(tab.page);
  }
});

async function take(
  { page, settled }: Tab,
  { name, kind }: Place,
  shop: string,
  look: string,
  theme: (typeof THEMES)[number],
): Promise<void> {
  const frameOf = () => page.frames().find((frame) => frame.url().startsWith(`${shop}/dashboard/`));
  await settled(frameOf);
  const frame = frameOf()!;
  await turn(page, frame, theme);
  const { width, height } = SIZES[kind];
  const main = await frame.locator("main").last().boundingBox();
  await page.screenshot({
    path: `${folder}/${name}-${look}.png`,
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
