// What the tests in a browser share. A test opens a page as somebody, does what they would do, and
// hands the page back to `finish`, which looks at everything nobody should have to look for:
// console errors, violations of the content security policy, failed requests, accessibility.

import axe from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

import { ARGUMENTS, CHROMIUM } from "./chromium";
import { startHost, type Host } from "./host";

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run python -m sandbox.dashboard_tests pages`);
  return value;
}

/** The running shop, without a slash at its end. */
export const shop = given("SANDBOX_URL");
export const tokens = JSON.parse(given("SANDBOX_TOKENS")) as Record<
  "admin" | "staff" | "shopper",
  string
>;
export type Who = keyof typeof tokens;
/** A shop with orders and without a programme, and its admin's token. */
export const emptyShop = { url: given("EMPTY_URL"), token: given("EMPTY_TOKEN") };

let browser: Browser;
let host: Host;
const contexts: BrowserContext[] = [];

/** Every file of tests calls this once. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    host = await startHost(shop);
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
  /** Another shop than the usual one, as its admin. */
  at?: typeof emptyShop;
  /** Before the page asks for anything. */
  onPage?: (page: Page) => void;
  theme?: "light" | "dark";
  locale?: string;
  width?: number;
  height?: number;
}

const troubles = new WeakMap<Page, string[]>();

async function newPage(options: Opening): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1179, height: options.height ?? 822 },
    locale: options.locale ?? "en",
    timezoneId: "UTC",
    acceptDownloads: true,
  });
  contexts.push(context);
  const page = await context.newPage();
  options.onPage?.(page);
  const found: string[] = [];
  troubles.set(page, found);
  page.on("console", (message) => {
    if (message.type() === "error") found.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
  });
  return page;
}

/** A page on its own, with somebody logged in. */
export async function open(path: string, options: Opening = {}): Promise<Page> {
  const page = await newPage(options);
  const { as = "admin", theme = "light", locale = "en" } = options;
  const { url, token } = options.at ?? { url: shop, token: tokens[as] };
  await page.addInitScript(
    (given) => sessionStorage.setItem("saleor-loyalty.staff", JSON.stringify({ token: given })),
    token,
  );
  const address = new URL(`dashboard/${path.replace(/^\//, "")}`, `${url}/`);
  address.searchParams.set("theme", theme);
  address.searchParams.set("locale", locale);
  await page.goto(address.href);
  return page;
}

/** The same page inside a frame, with a host around it that plays the Dashboard's side. */
export async function openInHost(path: string, options: Opening & { token?: string } = {}) {
  const page = await newPage(options);
  const { as = "admin", theme = "light", locale = "en", token = tokens[as] } = options;
  await page.goto(host.address({ path, token, theme, locale }));
  return { page, frame: page.frameLocator("iframe"), host: host.controls(page) };
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

/** Asks the shop's GraphQL as somebody: for making what a page is to show. */
export async function ask<T>(query: string, variables: object = {}, as: Who = "admin"): Promise<T> {
  const answer = await fetch(`${shop}/graphql/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${tokens[as]}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  return data;
}

interface Expected {
  /** Troubles that are the point of the test, as parts of their text. */
  except?: string[];
}

/** Nothing serious for axe; nothing in the console, no failed request. */
export async function finish(page: Page, { except = [] }: Expected = {}): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  const found = troubles.get(page) ?? [];
  expect(found.filter((one) => !except.some((part) => one.includes(part)))).toEqual([]);
}

async function seriousFaults(page: Page): Promise<string[]> {
  const ours = [shop, emptyShop.url];
  const frames = page.frames().filter((frame) => ours.some((one) => frame.url().startsWith(one)));
  const faults = await Promise.all(
    frames.map(async (frame) => {
      await frame.evaluate(axe.source);
      return frame.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import("axe-core") };
        const { violations } = await axe.run(document, { resultTypes: ["violations"] });
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ html }) => html)
                .slice(0, 3)
                .join(" ")}`,
          );
      });
    }),
  );
  return faults.flat();
}
