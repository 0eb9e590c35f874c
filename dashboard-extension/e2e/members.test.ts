import { readFile } from "node:fs/promises";

import { beforeAll, expect, test } from "vitest";

import { ask, finish, open, openInHost, withBrowser } from "./harness";

withBrowser();

interface Known {
  id: string;
  userId: string;
  email: string;
}
let member: Known;
let other: Known;
let order: string;

beforeAll(async () => {
  const found = await ask<{
    loyaltyMembers: { edges: { node: Known }[] };
    loyaltyRecentOrders: { id: string }[];
  }>(
    "{ loyaltyMembers(first: 2, sort: POINTS) { edges { node { id userId email } } }" +
      " loyaltyRecentOrders(first: 1) { id } }",
  );
  [member, other] = found.loyaltyMembers.edges.map(({ node }) => node) as [Known, Known];
  order = found.loyaltyRecentOrders[0]!.id;
});

test("members are searched, narrowed and put in order, and the address keeps it", async () => {
  const page = await open("members");
  await page.getByPlaceholder("Search name, e-mail or code…").fill(member.email);
  await page.waitForURL(/search=/);
  await page.getByRole("link", { name: member.email }).waitFor();
  await expect.poll(() => page.getByRole("row").count()).toBe(2);
  await page.getByPlaceholder("Search name, e-mail or code…").fill("");
  await page.waitForURL((address) => !address.search.includes("search="));
  await page.getByRole("button", { name: "Available" }).click();
  await page.waitForURL(/sort=available/);
  await page.goto(`${page.url()}&tier=none&min=999999999`);
  await page.getByText("No members found").waitFor();
  await finish(page);
});

test("the list is a file for a spreadsheet", async () => {
  const page = await open("members?sort=available&direction=desc");
  await page.getByRole("row").nth(1).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("members.csv");
  const lines = (await readFile((await file.path())!, "utf8")).trim().split(/\r?\n/);
  expect(lines.length).toBeGreaterThan(50);
  expect(lines[1]).toContain(member.email);
  await finish(page);
});

test("a member's entry is explained, points are given with a reason", async () => {
  const page = await open(`members/${member.id}`);
  await page.getByRole("heading", { name: member.email }).waitFor();
  await page
    .getByRole("button", { name: /^Explain: Order/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "How it was computed" }).waitFor();
  await finish(page);
  await page.getByRole("button", { name: "Adjust points" }).click();
  const dialog = page.getByRole("dialog", { name: "Adjust points" });
  await dialog.getByLabel("Points", { exact: true }).fill("7");
  await dialog.getByRole("button", { name: "Give 7 points" }).click();
  await dialog.getByText("A reason is needed.").waitFor();
  await dialog.getByLabel("Reason").fill("Sorry for the wait");
  await finish(page);
  await dialog.getByRole("button", { name: "Give 7 points" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Sorry for the wait").first().waitFor();
  await finish(page);
});

test("a tier is given, and taken back with a reason", async () => {
  const page = await open(`members/${member.id}`);
  await page.getByRole("button", { name: "Give tier" }).click();
  const dialog = page.getByRole("dialog", { name: "Give tier" });
  await dialog.getByRole("combobox", { name: "Tier" }).click();
  await page.getByRole("option", { name: "Gold" }).click();
  await dialog.getByLabel("Reason").fill("A friend of the house");
  await dialog.getByRole("button", { name: "Give tier" }).click();
  await page.getByText("Given by staff").waitFor();
  await page.getByRole("button", { name: "End", exact: true }).click();
  const end = page.getByRole("dialog", { name: "End given tier" });
  await end.getByLabel("Reason").fill("A mistake");
  await end.getByRole("button", { name: "End given tier" }).click();
  await page.getByText("Given by staff").waitFor({ state: "detached" });
  await finish(page);
});

test("expiry is extended, details are edited", async () => {
  const page = await open(`members/${other.id}`);
  await page.getByRole("button", { name: "Extend expiry", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Extend expiry" });
  await dialog.getByLabel("They never expire").click();
  await dialog.getByLabel("Reason").fill("A promise");
  await dialog.getByRole("button", { name: "Extend expiry" }).click();
  await page.getByText("None of them expires").waitFor();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const details = page.getByRole("dialog", { name: "Edit details" });
  await details.getByLabel("Birthday").fill("1990-03-14");
  await details.getByRole("button", { name: "Save" }).click();
  await page.getByText("Mar 14, 1990").waitFor();
  await finish(page);
});

test("the overview's days stand in its address", async () => {
  const page = await open("");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.getByRole("combobox", { name: "Days" }).click();
  await page.getByRole("option", { name: "Last 12 months" }).click();
  await page.waitForURL(/range=365/);
  await page.locator(".chart svg").first().waitFor();
  expect(await page.getByRole("table", { name: "The same figures as a table" }).count()).toBe(1);
  await finish(page);
});

test("beside a customer: balance, and points given in place; as high as it is", async () => {
  const { page, frame, host } = await openInHost(`widgets/customer?customerId=${member.userId}`, {
    width: 344,
    height: 600,
  });
  await frame
    .getByText(/points$/)
    .first()
    .waitFor();
  await expect.poll(async () => (await host.actions("widgetResize")).length).toBeGreaterThan(0);
  await frame.getByRole("button", { name: "Adjust points" }).click();
  await frame.getByLabel("Points", { exact: true }).fill("3");
  await frame.getByLabel("Reason").fill("In place");
  await frame.getByRole("button", { name: "Give 3 points" }).click();
  await frame.getByRole("button", { name: "Adjust points" }).waitFor();
  await frame.getByRole("button", { name: "Open member" }).click();
  await expect
    .poll(async () => (await host.actions("redirect")).map(({ payload }) => payload.to))
    .toEqual([`/extensions/app/app/members/${member.id}`]);
  await finish(page);
});

test("beside a customer who is none, and without the permission: said quietly", async () => {
  const none = await openInHost("widgets/customer?customerId=VXNlcjo5OTk5OTk=");
  await none.frame.getByText("This customer is not a member yet.").waitFor();
  await finish(none.page);
  const shopper = await openInHost(`widgets/customer?customerId=${member.userId}`, {
    as: "shopper",
  });
  await shopper.frame.getByText("No access").waitFor();
  await finish(shopper.page);
});

test("beside an order: what it earned, and why; the whole of it in a pop-up", async () => {
  const { page, frame } = await openInHost(`widgets/order?orderId=${order}`, { width: 344 });
  await frame.getByText("Earned", { exact: true }).waitFor();
  await frame.getByRole("button", { name: "Why?" }).click();
  await frame.getByRole("region", { name: "How the points of this order came about" }).waitFor();
  await finish(page);
  const popup = await openInHost(`popups/order?orderId=${order}`, { width: 1230 });
  await popup.frame.getByRole("heading", { name: "By line of the order" }).first().waitFor();
  await popup.frame.getByRole("button", { name: "Close" }).click();
  await expect.poll(async () => (await popup.host.actions("popupClose")).length).toBe(1);
  await finish(popup.page);
});

test("the figures of the day on the home page", async () => {
  const { page, frame } = await openInHost("widgets/home", { width: 505 });
  await frame.getByText("Issued today").waitFor();
  await finish(page);
});

test("a pop-up adjusts points, and closes; another finds a member", async () => {
  const { page, frame, host } = await openInHost(`popups/adjust?customerId=${member.userId}`);
  await frame.getByLabel("Points", { exact: true }).fill("2");
  await frame.getByLabel("Reason").fill("From the customer's page");
  await frame.getByRole("button", { name: "Give 2 points" }).click();
  await expect.poll(async () => (await host.actions("popupClose")).length).toBe(1);
  expect(await host.actions("refreshEntity")).toHaveLength(1);
  await finish(page);
  const find = await openInHost("popups/find");
  await find.frame.getByLabel("Name, e-mail or code").fill(member.email);
  await find.frame.getByRole("button", { name: member.email }).click();
  await expect
    .poll(async () => (await find.host.actions("redirect")).map(({ payload }) => payload.to))
    .toEqual([`/extensions/app/app/members/${member.id}`]);
  await finish(find.page);
});
