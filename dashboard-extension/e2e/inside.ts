// The pages inside a real Dashboard of a real Saleor, which DASHBOARD_URL names.
//
//   DASHBOARD_URL=http://127.0.0.1:9000/dashboard/ SALEOR_API_URL=http://127.0.0.1:8000/graphql/ \
//   DASHBOARD_LOGIN=admin@example.com:admin npm run e2e
//
// The app must be installed there (manage.py loyalty_install_dashboard), and the login a superuser's.

import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { ARGUMENTS, CHROMIUM } from "./chromium";

const dashboard = String(process.env.DASHBOARD_URL).replace(/\/$/, "");
const api = String(process.env.SALEOR_API_URL);
const [email = "", password = ""] = String(process.env.DASHBOARD_LOGIN).split(":");

let browser: Browser;
let page: Page;
let app: string;
let troubles: string[] = [];

async function ask<T>(query: string, token = ""): Promise<T> {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `JWT ${token}`;
  const body = JSON.stringify({ query, variables: { email, password } });
  const answer = await fetch(api, { method: "POST", headers, body });
  return ((await answer.json()) as { data: T }).data;
}

interface Apps {
  apps: { edges: { node: { id: string; identifier: string } }[] };
}

beforeAll(async () => {
  const { tokenCreate } = await ask<{ tokenCreate: { token: string } }>(
    "mutation($email: String!, $password: String!) { tokenCreate(email: $email, password: $password) { token } }",
  );
  const { apps } = await ask<Apps>(
    "{ apps(first: 100) { edges { node { id identifier } } } }",
    tokenCreate.token,
  );
  app = apps.edges.find(({ node }) => node.identifier === "saleor.loyalty")!.node.id;
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en" });
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${message.text()} at ${message.location().url}`);
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.goto(`${dashboard}/`);
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", password);
  await page.click("[data-test-id=submit]");
  await page.waitForSelector("[data-test-id=submit]", { state: "detached" });
});

afterAll(async () => {
  await browser.close();
});

// What the Dashboard's own program says is its own affair.
const ours = () => troubles.filter((one) => /plugins\/saleor\.loyalty|Content Security/.test(one));

test.each([
  ["", "Overview"],
  ["members", "All members"],
  ["rewards/catalogue", /./],
  ["rewards/redemptions", /./],
  ["rules/earning", /./],
  ["rules/campaigns", /./],
  ["programme", /./],
  ["tiers/ladder", /./],
  ["engagement/reviews", /./],
  ["operations/problems", "Problems"],
  ["settings", "Settings"],
] as const)("%j opens in its frame", async (path, title) => {
  troubles = [];
  await page.goto(`${dashboard}/extensions/app/${encodeURIComponent(app)}/${path}`);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1, name: title }).waitFor();
  await frame.getByRole("navigation", { name: "Loyalty" }).waitFor();
  const inner = page.frames().find((one) => one.url().includes("/plugins/saleor.loyalty/"))!;
  await inner.evaluate(axe.source);
  const serious = await inner.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await checker.run(document);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id }) => id);
  });
  expect(serious).toEqual([]);
  expect(ours()).toEqual([]);
});

test("the Dashboard's address follows the page", async () => {
  await page.goto(`${dashboard}/extensions/app/${encodeURIComponent(app)}/members`);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1 }).waitFor();
  await frame.getByRole("link", { name: "Settings" }).click();
  await page.waitForURL(/\/settings$/);
  expect(await frame.getByRole("heading", { level: 1 }).textContent()).toBe("Settings");
});
