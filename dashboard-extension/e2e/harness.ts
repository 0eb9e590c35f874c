// What the tests in a browser share. A test opens a page as somebody, does what they would do, and
// hands the page back to `finish`, which looks at everything nobody should have to look for:
// console errors, violations of the content security policy, failed requests, accessibility.

import axe from "axe-core";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Frame,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

import { ARGUMENTS, CHROMIUM } from "./chromium";
import { startHost, type Host } from "./host";

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run python -m sandbox.dashboard_tests pages`);
  return value;
}

export type Who = "admin" | "staff" | "shopper" | "customer" | "friend";

/** A running shop, its address without a slash at its end, and tokens of people there. */
export interface Shop {
  url: string;
  tokens: Record<Who, string>;
}

const shopCalled = (name: string): Shop => ({
  url: given(`${name}_URL`),
  tokens: JSON.parse(given(`${name}_TOKENS`)) as Shop["tokens"],
});

const usual = shopCalled("SANDBOX");
/** Orders, and no programme. */
export const emptyShop = shopCalled("EMPTY");
/** For the world that has something on every page (world.ts). */
export const worldShop = shopCalled("WORLD");
const shops = [usual, emptyShop, worldShop];

export const shop = usual.url;
export const tokens = usual.tokens;

let browser: Browser;
let host: Host;
const contexts: BrowserContext[] = [];

/** Every file of tests calls this once. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    host = await startHost();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });
}

export interface Opening {
  as?: Who;
  /** Another shop than the usual one. */
  at?: Shop;
  /** Before the page asks for anything. */
  onPage?: (page: Page) => void;
  theme?: "light" | "dark";
  locale?: string;
  width?: number;
  height?: number;
}

const troubles = new WeakMap<Page, string[]>();

async function newPage(options: Opening): Promise<Page> {
  const page = await keptPage(options);
  contexts.push(page.context());
  return page;
}

/** An empty page that is there for all tests of a file, looked at from now on. */
export async function keptPage(options: Opening = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1179, height: options.height ?? 822 },
    locale: options.locale ?? "en",
    timezoneId: "UTC",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  options.onPage?.(page);
  watch(page);
  return page;
}

function watch(page: Page): void {
  const found: string[] = [];
  troubles.set(page, found);
  page.on("console", (message) => {
    if (message.type() === "error") found.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
  });
}

/** A page on its own, with somebody logged in. */
export async function open(path: string, options: Opening = {}): Promise<Page> {
  const page = await newPage(options);
  await logIn(page, options);
  await page.goto(aloneAt(path, options));
  return page;
}

async function logIn(page: Page, { as = "admin", at = usual }: Opening): Promise<void> {
  await page.addInitScript(
    (token) => sessionStorage.setItem("saleor-loyalty.staff", JSON.stringify({ token })),
    at.tokens[as],
  );
}

function aloneAt(path: string, { at = usual, theme = "light", locale = "en" }: Opening): string {
  const address = new URL(`dashboard/${path.replace(/^\//, "")}`, `${at.url}/`);
  address.searchParams.set("theme", theme);
  address.searchParams.set("locale", locale);
  return address.href;
}

/** The same page inside a frame, with a host around it that plays the Dashboard's side. */
export async function openInHost(path: string, options: Opening & { token?: string } = {}) {
  const page = await newPage(options);
  await page.goto(inHostAt(path, options));
  return { page, frame: page.frameLocator("iframe"), host: hostOf(page) };
}

const hostOf = (page: Page) => host.controls(page);

/** The Dashboard around our page becomes light or dark. */
export async function turn(page: Page, frame: Frame, theme: "light" | "dark"): Promise<void> {
  await hostOf(page).send("theme", { theme });
  await frame.locator(`html[data-theme="${theme}"]`).waitFor();
  // Colours may fade from one to the other.
  await frame.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
}

/** The Dashboard leads to another of our pages, without loading them anew. */
export async function lead(page: Page, frame: Frame, path: string): Promise<void> {
  await hostOf(page).send("redirect", { path: `/extensions/app/app/${path}` });
  await expect.poll(() => new URL(frame.url()).pathname).toContain(`/dashboard/${path}`);
}

export function inHostAt(path: string, options: Opening & { token?: string }): string {
  const { as = "admin", at = usual, theme = "light", locale = "en" } = options;
  return host.address({ shop: at.url, path, token: options.token ?? at.tokens[as], theme, locale });
}

/** A token of somebody that lasts so many seconds. */
export async function tokenFor(as: "admin" | "staff", seconds: number): Promise<string> {
  const answer = await fetch(`${shop}/login/`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: `${as}@example.com`, password: "demo", expiresIn: seconds }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** Asks the usual shop's GraphQL as somebody: for making what a page is to show. */
export const ask = <T>(query: string, variables: object = {}, as: Who = "admin"): Promise<T> =>
  askAt<T>(usual, query, variables, as);

export async function askAt<T>(
  { url, tokens: all }: Shop,
  query: string,
  variables: object = {},
  as: Who = "admin",
): Promise<T> {
  const answer = await fetch(`${url}/graphql/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${all[as]}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  return data;
}

interface Expected {
  /** Troubles that are the point of the test, as parts of their text. */
  except?: string[];
  /** These rules of axe alone, where it has looked at all of them before. */
  rules?: string[];
}

/** Nothing serious for axe; nothing in the console, no failed request since the last time. */
export async function finish(page: Page, { except = [], rules }: Expected = {}): Promise<void> {
  expect(await seriousFaults(page, rules)).toEqual([]);
  const found = troubles.get(page)?.splice(0) ?? [];
  expect(found.filter((one) => !except.some((part) => one.includes(part)))).toEqual([]);
}

async function seriousFaults(page: Page, rules?: string[]): Promise<string[]> {
  const frames = page
    .frames()
    .filter((frame) => shops.some(({ url }) => frame.url().startsWith(url)));
  const faults = await Promise.all(
    frames.map(async (frame) => {
      // There already where a page is looked at a second time.
      if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
      return frame.evaluate(async (runOnly) => {
        const { axe } = window as unknown as { axe: typeof import("axe-core") };
        const { violations } = await axe.run(document, {
          resultTypes: ["violations"],
          preload: false,
          runOnly,
        });
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ html }) => html)
                .slice(0, 3)
                .join(" ")}`,
          );
      }, rules);
    }),
  );
  return faults.flat();
}
