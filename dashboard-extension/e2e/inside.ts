// The pages inside a real Dashboard of a real Saleor, which DASHBOARD_URL names.
//
//   DASHBOARD_URL=http://127.0.0.1:9000/dashboard/ SALEOR_API_URL=http://127.0.0.1:8000/graphql/ \
//   DASHBOARD_LOGIN=admin@example.com:admin npm run e2e
//
// The app must be installed there (manage.py loyalty_install_dashboard), and the login a superuser's.
// Pages of things that the shop has none of are not opened, and named at the end. In a shop for
// trying, DASHBOARD_FILL=customer@example.com:password makes something of everything first.

import axe from "axe-core";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Ask } from "./act";
import { ARGUMENTS, CHROMIUM } from "./chromium";
import { addressIn, places, routeOf, type Place } from "./pages";
import { settling } from "./settled";
import { makeWorld } from "./world";

const dashboard = String(process.env.DASHBOARD_URL).replace(/\/$/, "");
const saleor = String(process.env.SALEOR_API_URL);
const loyalty = new URL("/plugins/saleor.loyalty/graphql/", saleor).href;
const login = String(process.env.DASHBOARD_LOGIN);

let browser: Browser | undefined;
let page: Page;
let settled: ReturnType<typeof settling>;
let app: string;
let staff: string;
const troubles: string[] = [];
const unopened: string[] = [];

async function ask<T>(url: string, token: string, query: string, variables = {}): Promise<T> {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `JWT ${token}`;
  const body = JSON.stringify({ query, variables });
  const answer = await fetch(url, { method: "POST", headers, body });
  const { data, errors } = (await answer.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  return data;
}

async function tokenOf(who: string): Promise<string> {
  const [email, password] = who.split(":");
  const query = `mutation($email: String!, $password: String!) {
    tokenCreate(email: $email, password: $password) { token } }`;
  const answer = await ask<{ tokenCreate: { token: string } }>(saleor, "", query, {
    email,
    password,
  });
  return answer.tokenCreate.token;
}

async function fill(customer: string): Promise<void> {
  const shopper = await tokenOf(customer);
  // Whoever brought the shopper is a member as any other: here it is who works at the shop.
  const tokens = { admin: staff, customer: staff, shopper };
  const asked: Ask = (query, variables, as = "admin") => ask(loyalty, tokens[as], query, variables);
  await makeWorld({ ask: asked });
}

interface Apps {
  apps: { edges: { node: { id: string; identifier: string } }[] };
}

beforeAll(async () => {
  staff = await tokenOf(login);
  const query = "{ apps(first: 100) { edges { node { id identifier } } } }";
  const { apps } = await ask<Apps>(saleor, staff, query);
  app = apps.edges.find(({ node }) => node.identifier === "saleor.loyalty")!.node.id;
  if (process.env.DASHBOARD_FILL) await fill(process.env.DASHBOARD_FILL);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en" });
  settled = settling(page, (url) => url.includes("/plugins/saleor.loyalty/"));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${message.text()} at ${message.location().url}`);
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  const [email = "", password = ""] = login.split(":");
  await page.goto(`${dashboard}/`);
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", password);
  await page.click("[data-test-id=submit]");
  await page.waitForSelector("[data-test-id=submit]", { state: "detached" });
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

/** Where the Dashboard shows a place, and what is to be done there until it does. */
interface Way {
  at: string;
  then?: () => Promise<void>;
}

const fromMenu = (label: string) => async () => {
  await page.locator("[data-test-id=show-more-button]").click();
  await page.getByText(label, { exact: true }).click();
};

async function fromSearch(): Promise<void> {
  // The Dashboard listens to keys once it is all there.
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  await page.locator("[role=dialog] input").first().fill("loyal");
  await page.getByText("Find loyalty member").click();
}

function wayTo({ name, kind }: Place, address: string): Way {
  const told = [...new URLSearchParams(address.split("?")[1]).values()][0] ?? "";
  const id = encodeURIComponent(told);
  const order = encodeURIComponent(btoa(`Order:${told}`));
  if (kind === "page") return { at: `extensions/app/${encodeURIComponent(app)}/${address}` };
  const ways: Record<string, Way> = {
    "widget-home": { at: "" },
    "widget-customer": { at: `customers/${id}` },
    "widget-order": { at: `orders/${order}` },
    "popup-adjust": { at: `customers/${id}`, then: fromMenu("Adjust points") },
    "popup-order": { at: `orders/${order}`, then: fromMenu("Points of this order") },
    "popup-find": { at: "customers", then: fromSearch },
  };
  return ways[name]!;
}

/** Ours at a path; without one wherever it has led to, as a list of one leads to that one. */
const frameAt = (path?: string) => () =>
  page.frames().find((frame) => {
    const { pathname } = new URL(frame.url(), "http://localhost");
    const place = /\/plugins\/saleor\.loyalty\/dashboard(\/.*)?$/.exec(pathname);
    return place !== null && [undefined, place[1] ?? "/"].includes(path);
  });

async function serious(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await checker.run(document, { preload: false });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id }) => id);
  });
}

test.each(places)("$name is shown in its frame", async (place) => {
  const address = await addressIn(place, (question) => ask(loyalty, staff, question));
  if (address === undefined) {
    unopened.push(place.name);
    return;
  }
  troubles.length = 0;
  const { at, then } = wayTo(place, address);
  await page.goto(`${dashboard}/${at}`);
  await then?.();
  const path = place.kind === "page" ? undefined : routeOf(place);
  await settled(frameAt(path));
  const frame = frameAt(path)()!;
  if (place.kind === "page") {
    expect(await frame.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(await frame.getByRole("navigation", { name: "Loyalty" }).count()).toBe(1);
  }
  expect(await frame.locator(".callout.error").allTextContents()).toEqual([]);
  expect(await serious(frame)).toEqual([]);
  // What the Dashboard's own program says is its own affair.
  const ours = troubles.filter((one) => /plugins\/saleor\.loyalty|Content Security/.test(one));
  expect(ours).toEqual([]);
});

test("the Dashboard's address follows the page", async () => {
  await page.goto(`${dashboard}/extensions/app/${encodeURIComponent(app)}/members`);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1 }).waitFor();
  await frame.getByRole("link", { name: "Settings" }).click();
  await page.waitForURL(/\/settings$/);
  expect(await frame.getByRole("heading", { level: 1 }).textContent()).toBe("Settings");
});

test("most pages were there to be opened", () => {
  if (unopened.length > 0) console.log(`Not opened: ${unopened.join(", ")}`);
  expect(unopened.length).toBeLessThan(places.length / 2);
});
