import { expect, test } from "vitest";

import { finish, open, withBrowser } from "./harness";

withBrowser();

test("a bonus is written as a draft, tried on an order, and put in force", async () => {
  const page = await open("rules/earning");
  await page.getByText("Rules in force").waitFor();
  await finish(page);

  await page.getByRole("button", { name: "Edit rules" }).click();
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  await page.getByRole("menuitem", { name: /Bonus/ }).click();
  await page.getByLabel("Name (English)").first().fill("Thank you");
  await page.getByLabel(/Points on top/).fill("50");
  await page.getByRole("combobox", { name: "Order" }).click();
  await page
    .getByRole("option", { name: /^No\. \d/ })
    .first()
    .click();
  await page.getByText("This version").waitFor();
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByText("Earning › Rules › Thank you").waitFor();
  await finish(page);

  await page.getByRole("button", { name: "Put in force" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Put in force" }).click();
  await page.getByText("50 points on top").waitFor();
  await finish(page);
});

test("a campaign is written with a condition, activated, and stands in list and calendar", async () => {
  const page = await open("rules/campaigns/new");
  const today = new Date();
  const at = (days: number) =>
    new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 16);
  await page.getByLabel("Short name").first().fill("weekend");
  await page.getByLabel("Begins").fill(at(-1));
  await page.getByLabel("Ends").fill(at(5));
  await page.getByLabel("Name (English)").first().fill("Double weekend");
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  await page.getByRole("menuitem", { name: /Multiplier/ }).click();
  await page.getByLabel(/Of the normal points/).fill("200");
  await page.getByRole("button", { name: "Add condition" }).first().click();
  await page.getByRole("menuitem", { name: "Days of the week" }).click();
  await page.getByRole("combobox", { name: "Any of these" }).click();
  await page.getByRole("option", { name: "Saturday" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Activate" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Activate" }).click();
  await page.getByText("Running", { exact: true }).first().waitFor();
  await finish(page);

  for (const path of ["rules/campaigns", "rules/calendar"]) {
    const list = await open(path);
    await list
      .getByRole("link", { name: /Double weekend/ })
      .first()
      .waitFor();
    await finish(list);
  }
});

test("an order's points are explained line by line", async () => {
  const page = await open("rules/preview");
  await page.getByRole("combobox", { name: "Order" }).click();
  await page
    .getByRole("option", { name: /^No\. \d/ })
    .first()
    .click();
  await page.getByText("Lines of the order").waitFor();
  expect(new URL(page.url()).searchParams.get("order")).toBeTruthy();
  await finish(page);
});

test("the programme, its versions and a new one", async () => {
  const page = await open("programme");
  await page.getByRole("link", { name: "Version 1" }).waitFor();
  await finish(page);
  await page.getByRole("link", { name: "Version 1" }).click();
  await page.getByText("Checks").waitFor();
  await finish(page);
  const fresh = await open("programme/new");
  await fresh.getByLabel("Name", { exact: true }).fill("Europe");
  await fresh.getByLabel("Short name").fill("Not a short name");
  await fresh.getByRole("button", { name: "Create programme" }).click();
  await fresh.getByText("Lower-case letters, digits, - and _, at most 50 of them.").waitFor();
  await finish(fresh);
});
