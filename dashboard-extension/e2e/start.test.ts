import { expect, test } from "vitest";

import { emptyShop, finish, open, withBrowser } from "./harness";

withBrowser();

test("a shop with a programme is sent to it", async () => {
  const page = await open("start");
  await page.getByText("This shop has a programme already").waitFor();
  await page.getByRole("button", { name: "Open the programme" }).click();
  await page.waitForURL(/\/programme/);
  await finish(page);
});

test("an empty shop chooses a programme, sees it on its orders, and has it in force", async () => {
  const page = await open("", { at: emptyShop });
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { name: "Guided start" }).waitFor();
  await page.getByText("New, Growth and VIP").click();
  const orders = page.getByRole("region", { name: "On your latest orders" }).last();
  await orders.getByRole("row").nth(20).waitFor();
  await page.getByText(/^20 orders of \d+ customers?: [\d,]+ points that would pay \$/).waitFor();
  await page
    .getByRole("region", { name: "What a point is worth" })
    .last()
    .getByRole("cell", { name: "$1.00" })
    .first()
    .waitFor();
  await finish(page);
  await page.getByRole("button", { name: "Put it in force" }).click();
  const question = page.getByRole("dialog", { name: "Put “New, Growth and VIP” in force?" });
  await question.getByRole("button", { name: "Put it in force" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.goto(`${emptyShop.url}/dashboard/start`);
  await page.getByText("This shop has a programme already").waitFor();
  expect(await page.getByRole("button", { name: "Put it in force" }).count()).toBe(0);
});
