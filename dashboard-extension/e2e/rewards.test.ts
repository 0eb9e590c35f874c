import { readFile } from "node:fs/promises";

import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";

import { ask, finish, open, withBrowser } from "./harness";

withBrowser();

const JOIN = `mutation { loyaltyMemberJoin { member { id } } }`;
const GIVE = `mutation($id: ID!) { loyaltyPointsAdjust(memberId: $id, points: 5000,
  reason: "To try rewards", sourceKey: "rewards-test") { errors { message } } }`;
const REDEEM = `mutation($rewardId: ID!, $sourceKey: String!) { loyaltyRewardRedeem(
  rewardId: $rewardId, points: 300, sourceKey: $sourceKey) { errors { message } } }`;
const BUY = `mutation($id: ID!) { loyaltyLotteryTicketsBuy(lotteryId: $id, count: 3,
  sourceKey: "rewards-test") { errors { message } } }`;
const CREATE_LOTTERY = `mutation($slug: String!, $config: LoyaltyJSON!, $opensAt: LoyaltyDateTime!,
  $closesAt: LoyaltyDateTime!) { loyaltyLotteryCreate(slug: $slug, config: $config,
  opensAt: $opensAt, closesAt: $closesAt) { errors { message } } }`;
const OPEN_LOTTERY = `mutation($id: ID!) { loyaltyLotteryOpen(id: $id) { errors { message } } }`;
const OPEN_GROUP = `mutation($id: ID!) { loyaltyGroupOpen(offerId: $id, sourceKey: "rewards-test") {
  errors { message } } }`;

interface Joined {
  loyaltyMemberJoin: { member: { id: string } };
}

/** The shopper has points to spend. */
async function shopperHasPoints(): Promise<void> {
  const joined = await ask<Joined>(JOIN, {}, "shopper");
  await ask(GIVE, { id: joined.loyaltyMemberJoin.member.id });
}

beforeAll(shopperHasPoints);

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const confirm = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name }).click();
const name = (page: Page, text: string) => page.getByLabel("Name (English)").first().fill(text);
const said = (page: Page, text: string) =>
  page.getByRole("status").getByText(text).last().waitFor();
const press = (page: Page, text: string) =>
  page.getByRole("button", { name: text, exact: true }).click();
const idIn = (page: Page) =>
  decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
const card = (page: Page, title: string) =>
  page.getByRole("region", { name: title, exact: true }).first();

/** A moment as a field takes it, so many hours from now; pages of tests are in UTC. */
const moment = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);

/** How many pieces of a reward there are in all, as the shop knows it. */
async function stockOf(id: string): Promise<number> {
  const query = `query($id: ID!) { loyaltyReward(id: $id) { stock } }`;
  return (await ask<{ loyaltyReward: { stock: number } }>(query, { id })).loyaltyReward.stock;
}

/** What the shopper can spend. */
async function available(): Promise<number> {
  const query = `{ loyaltyMe { points { available } } }`;
  const found = await ask<{ loyaltyMe: { points: { available: number } } }>(query, {}, "shopper");
  return found.loyaltyMe.points.available;
}

test("a category is made, and a service in it; what is missing is marked", async () => {
  const page = await open("rewards/catalogue/categories");
  await press(page, "Add category");
  await name(page, "Days out");
  await confirm(page, "Save");
  await said(page, "Category saved");
  await page.getByText("days-out", { exact: true }).waitFor();

  await page.getByRole("link", { name: "Catalogue" }).click();
  await press(page, "Create reward");
  await page.getByRole("link", { name: "Service" }).click();
  await name(page, "Pottery workshop");
  await save(page);
  await said(page, "Nothing was saved. Mend what is marked, then save again.");
  await page
    .getByRole("textbox", { name: "Price" })
    .and(page.locator('[aria-invalid="true"]'))
    .fill("300");
  await page.getByText("Staff prepare it").click();
  await page.getByText("Switch it on at once").click();
  await page.getByLabel("Stock").fill("5");
  await save(page);
  await page.getByRole("heading", { name: "Pottery workshop", level: 1 }).waitFor();
  await finish(page);

  await page.getByLabel("Position").fill("3");
  await page.getByRole("link", { name: "Lotteries" }).click();
  await confirm(page, "Stay");
  await save(page);
  await said(page, "Reward saved");
  await finish(page);
});

test("what was redeemed is handed over, fulfilled, cancelled and exported", async () => {
  const rewardId = Buffer.from("LoyaltyReward:pottery-workshop").toString("base64");
  await ask(REDEEM, { rewardId, sourceKey: "rewards-test-1" }, "shopper");
  await ask(REDEEM, { rewardId, sourceKey: "rewards-test-2" }, "shopper");
  const page = await open(
    `rewards/redemptions?reward=${encodeURIComponent(rewardId)}&state=REQUESTED`,
  );
  await page.getByRole("link", { name: "Pottery workshop" }).first().click();
  await press(page, "Hand it over");
  await page.getByLabel("Tracking number").fill("T-1");
  await confirm(page, "Hand it over");
  await page.getByText("With the member").first().waitFor();
  await press(page, "Mark as fulfilled");
  await confirm(page, "Mark as fulfilled");
  await said(page, "Marked as fulfilled");
  await page.getByText("T-1", { exact: true }).waitFor();
  await finish(page);

  await page.getByRole("link", { name: "Redemptions" }).click();
  await page.getByRole("link", { name: "Pottery workshop" }).nth(0).waitFor();
  const asked = await open(
    `rewards/redemptions?reward=${encodeURIComponent(rewardId)}&state=REQUESTED`,
  );
  await asked.getByRole("link", { name: "Pottery workshop" }).first().click();
  await press(asked, "Cancel");
  await asked.getByText("300 points go back to shopper@example.com.", { exact: false }).waitFor();
  await confirm(asked, "Cancel redemption");
  await asked.getByText("This is needed.").waitFor();
  await asked.getByLabel("Reason").fill("The potter is ill");
  await confirm(asked, "Cancel redemption");
  await asked.getByText("The potter is ill").waitFor();
  await finish(asked);

  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Export CSV")]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split(/\r?\n/);
  expect(lines[0]).toContain("redeemed_at");
  expect(lines.filter((line) => line.includes("pottery-workshop")).length).toBe(2);
  await finish(page);
});

test("a reward is switched off and on", async () => {
  const page = await open("rewards/catalogue");
  await page.getByRole("button", { name: "Switch off Pottery workshop" }).click();
  await page.getByText("Members no longer see it", { exact: false }).waitFor();
  await confirm(page, "Switch off");
  await page.getByRole("button", { name: "Switch on Pottery workshop" }).click();
  await confirm(page, "Switch on");
  await page.getByRole("button", { name: "Switch off Pottery workshop" }).waitFor();
  await finish(page);
});

test("a stock is not set below what is taken, nor over what somebody else has set", async () => {
  const page = await open("rewards/catalogue");
  await page.getByRole("textbox", { name: "Search by name" }).fill("POTTERY");
  await page.waitForURL(/search=POTTERY/);
  await page.getByRole("link", { name: "Pottery workshop" }).click();
  const stock = page.getByLabel("Stock");
  for (const [typed, why] of [
    ["-1", "Zero or more, please."],
    ["0", "More than this are taken already."],
  ] as const) {
    await stock.fill(typed);
    await save(page);
    await page.getByText(why).waitFor();
  }
  expect(await stockOf(idIn(page))).toBe(5);

  const other = await open(`rewards/catalogue/${encodeURIComponent(idIn(page))}`);
  await other.getByLabel("Stock").fill("9");
  await stock.fill("7");
  await save(page);
  await said(page, "Reward saved");
  await finish(page);
  await save(other);
  await other.getByText("Somebody else has changed this since you read it.").waitFor();
  expect(await stockOf(idIn(page))).toBe(7);
  await press(other, "Discard mine and load the newest");
  await expect.poll(() => other.getByLabel("Stock").inputValue()).toBe("7");
  await finish(other);
});

test("a lottery is written, opened, closed and drawn, and its prize is handed over", async () => {
  const page = await open("rewards/lotteries/new");
  await name(page, "Winter lottery");
  await page.getByLabel("Tickets from").fill(moment(-1));
  await page.getByLabel("Tickets until").fill(moment(24));
  await page.getByLabel("Price of a ticket").fill("100");
  const prizes = card(page, "Prizes");
  await prizes.getByRole("button", { name: "Add" }).click();
  await page.getByRole("menuitem", { name: "Handed over by staff" }).click();
  await prizes.getByLabel("Name (English)").fill("A bicycle");
  await prizes.getByLabel("How many").fill("1");
  await save(page);
  await press(page, "Open lottery");
  await confirm(page, "Open lottery");
  await page.getByRole("button", { name: "Close lottery" }).waitFor();
  await ask(BUY, { id: idIn(page) }, "shopper");
  await press(page, "Close lottery");
  await confirm(page, "Close lottery");
  await press(page, "Draw winners");
  await confirm(page, "Draw winners");
  await page.getByRole("button", { name: "Hand over A bicycle" }).click();
  await page.getByLabel("Note").fill("Fetched");
  await confirm(page, "Hand over");
  await page.getByText("Fetched").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    press(page, "Download the file"),
  ]);
  const published = JSON.parse(await readFile(await file.path(), "utf8")) as Record<
    string,
    unknown[]
  >;
  expect(published.tickets?.length).toBe(3);
  expect(published.wins).toMatchObject([{ prize: "by-hand", number: 0 }]);
  await finish(page);
});

test("a lottery is called off, and its points go back; asking alone changes nothing", async () => {
  const config = {
    name: { en: "Rainy day" },
    ticket_points: 50,
    prizes: [{ slug: "hat", kind: "by_hand", name: { en: "A hat" }, stock: 1 }],
  };
  const window = { opensAt: `${moment(-1)}:00Z`, closesAt: `${moment(24)}:00Z` };
  await ask(CREATE_LOTTERY, { slug: "rainy-day", config, ...window });
  const id = Buffer.from("LoyaltyLottery:rainy-day").toString("base64");
  await ask(OPEN_LOTTERY, { id });
  const before = await available();
  await ask(BUY, { id }, "shopper");
  expect(await available()).toBe(before - 150);

  const page = await open("rewards/lotteries?state=OPEN");
  await page.getByRole("link", { name: "Rainy day" }).click();
  await press(page, "Call off");
  await page.getByText("The points of all 3 tickets go back.", { exact: false }).waitFor();
  await confirm(page, "Back");
  expect(await available()).toBe(before - 150);
  await press(page, "Call off");
  await confirm(page, "Call off");
  await page.getByText("Called off", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Call off" }).count()).toBe(0);
  await finish(page);
  await expect.poll(available, { timeout: 10_000 }).toBe(before);
});

test("a group buy is offered, and a group of it ended by hand", async () => {
  const page = await open("rewards/group-buys/new");
  await name(page, "Records for two");
  const product = page.getByRole("combobox", { name: "Variant" });
  await product.fill("night");
  await page.getByRole("option", { name: "Night Bus Home", exact: false }).first().click();
  await page.getByRole("textbox", { name: "USD" }).first().fill("15.00");
  await page.getByLabel("Members in a group").fill("2");
  await page.getByText("Offer it", { exact: true }).click();
  await save(page);
  await page.getByRole("heading", { name: "Records for two", level: 1 }).waitFor();
  await finish(page);
  await ask(OPEN_GROUP, { id: idIn(page) }, "shopper");

  await page.goto(new URL("../group-buys/groups", page.url()).href);
  await page.getByRole("table").getByRole("link").first().click();
  await press(page, "Cancel group");
  await page.getByLabel("Reason").fill("Sold out");
  await confirm(page, "Cancel group");
  await page.getByText("Ended by the shop").waitFor();
  await finish(page);
});

test("a flash sale shows what is left", async () => {
  const page = await open("rewards/flash-sales/new");
  await name(page, "Happy hour");
  await page.getByText("Switched on", { exact: true }).click();
  await page.getByLabel("Starts").fill(moment(-1));
  await page.getByLabel("Ends").fill(moment(1));
  const items = card(page, "Products and prices");
  await items.getByRole("button", { name: "Add" }).click();
  await items.getByRole("combobox", { name: "Variant" }).fill("copper");
  await page.getByRole("option", { name: "Copper Sky", exact: false }).first().click();
  await items.getByRole("textbox", { name: "USD" }).first().fill("7.00");
  await items.getByLabel("Pieces in all").fill("3");
  await save(page);
  await page.getByText("0 of 3").waitFor();
  await page.getByText("Running").waitFor();
  await finish(page);

  await page.getByText("Switched on", { exact: true }).click();
  await save(page);
  await page.getByText("Off", { exact: true }).waitFor();
  const id = idIn(page);
  const query = `query($id: ID!) { loyaltyFlashSale(id: $id) { active runs } }`;
  expect(await ask(query, { id })).toEqual({ loyaltyFlashSale: { active: false, runs: false } });

  const list = await open("rewards/flash-sales?status=off&search=HAPPY");
  await list.getByRole("link", { name: "Happy hour" }).waitFor();
  await list.goto(list.url().replace("status=off", "status=on"));
  await list.getByText("No flash sales found").waitFor();
  await finish(list);
});

test("a new flash sale does not overwrite one of the same short name", async () => {
  const page = await open("rewards/flash-sales/new");
  await name(page, "Happy hour");
  await page.getByLabel("Starts").fill(moment(24));
  await page.getByLabel("Ends").fill(moment(48));
  const items = card(page, "Products and prices");
  await items.getByRole("button", { name: "Add" }).click();
  await items.getByRole("combobox", { name: "Variant" }).fill("copper");
  await page.getByRole("option", { name: "Copper Sky", exact: false }).first().click();
  await items.getByRole("textbox", { name: "USD" }).first().fill("1.00");
  await save(page);
  await page.getByText("This slug is taken.").waitFor();
  await finish(page);
});

test("who may only fulfil sees redemptions, and no catalogue", async () => {
  const page = await open("rewards/redemptions", { as: "staff" });
  await page.getByRole("link", { name: "Pottery workshop" }).first().waitFor();
  await finish(page);
  const closed = await open("rewards/catalogue", { as: "staff" });
  await closed.getByText("No access").waitFor();
  expect(await closed.getByRole("button", { name: "Create reward" }).count()).toBe(0);
  await finish(closed);
});
