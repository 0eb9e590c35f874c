import { expect, test } from "vitest";

import { finish, open, openInHost, shop, tokenFor, withBrowser } from "./harness";

withBrowser();

const members = { name: "All members" } as const;

test("staff log in on the page itself", async () => {
  const page = await open("members");
  await page.evaluate(() => sessionStorage.clear());
  await page.addInitScript(() => sessionStorage.clear());
  await page.goto(`${shop}/dashboard/`);
  await page.getByLabel("E-mail address").fill("admin@example.com");
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("alert").getByText("The e-mail or the password is wrong.").waitFor();
  await page.getByLabel("Password").fill("demo");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("navigation", { name: "Loyalty" }).waitFor();
  await finish(page, { except: ["401"] });
});

test("the Dashboard hands its token over", async () => {
  const { page, frame } = await openInHost("members");
  await frame.getByRole("heading", members).waitFor();
  await frame.getByRole("row").nth(1).waitFor();
  await finish(page);
});

test("theme and language follow the Dashboard while the page is open", async () => {
  const { page, frame, host } = await openInHost("members");
  await frame.getByRole("heading", members).waitFor();
  await host.send("theme", { theme: "dark" });
  await frame.locator('html[data-theme="dark"]').waitFor();
  await host.send("localeChanged", { locale: "zh-Hans" });
  await frame.locator('html[lang="zh-Hans"]').waitFor();
  expect(
    await frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor),
  ).not.toBe("rgb(255, 255, 255)");
  await finish(page);
});

test("a language without texts of ours has English ones, written as English is", async () => {
  const { page, frame } = await openInHost("members", { locale: "ar" });
  await frame.getByRole("heading", members).waitFor();
  const root = frame.locator("html");
  expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual(["en", null]);
  await finish(page);
});

test("a token that ran out is renewed once", async () => {
  const token = await tokenFor("admin", 6);
  const { page, frame, host } = await openInHost("members", { token });
  await frame.getByRole("row").nth(1).waitFor();
  await expect.poll(() => statusFor(token), { timeout: 15_000, interval: 250 }).toBe(401);
  const refused = page.waitForResponse((response) => response.status() === 401);
  await frame.getByPlaceholder("Search name, e-mail or code…").fill("customer-1@");
  await refused;
  await host.send("tokenRefresh", { token: await tokenFor("admin", 60) });
  await frame.getByRole("row").nth(1).getByText("customer-1@example.com").waitFor();
  expect(await frame.getByText("The session is over").count()).toBe(0);
  await finish(page, { except: ["401"] });
});

test("without a new token the session is over", async () => {
  const { page, frame } = await openInHost("members", { token: await tokenFor("admin", -1) });
  await frame.getByText("The session is over").waitFor({ timeout: 20_000 });
  await finish(page, { except: ["401"] });
});

test("without a token there is no access", async () => {
  const { page, frame } = await openInHost("members", { token: "" });
  await frame.getByText("No access").waitFor({ timeout: 20_000 });
  await finish(page);
});

test("a customer is shown nothing", async () => {
  const { page, frame } = await openInHost("members", { as: "shopper" });
  await frame.getByText("No access").waitFor();
  await finish(page);
});

test("the Dashboard's address bar follows the page, and leads it", async () => {
  const { page, frame, host } = await openInHost("members");
  await frame.getByRole("heading", members).waitFor();
  await frame.getByRole("link", { name: "Settings" }).click();
  await expect
    .poll(async () => (await host.actions("updateRouting")).at(-1)?.payload.newRoute)
    .toBe("/settings");
  await host.send("redirect", { path: "/dashboard/extensions/app/QXBwOjE%3D/members" });
  await frame.getByRole("heading", members).waitFor();
  await finish(page);
});

async function statusFor(token: string): Promise<number> {
  const { status } = await fetch(`${shop}/graphql/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: "{ loyaltyViewer { actor } }" }),
  });
  return status;
}
