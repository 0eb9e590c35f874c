import { expect, test } from "vitest";

import { ask, finish, open, withBrowser } from "./harness";

withBrowser();

test("nothing was given up", async () => {
  const page = await open("operations/problems");
  await page.getByText("Nothing was given up.").waitFor();
  expect(await page.getByRole("button", { name: "Try all again" }).isDisabled()).toBe(true);
  await finish(page);
});

test("staff without the permission for programmes see no audit log", async () => {
  const page = await open("operations/audit", { as: "staff" });
  await page.getByText("No access").waitFor();
  await finish(page);
});

test("what staff did stands in the audit log", async () => {
  const found = await ask<{ loyaltyMember: { id: string } }>(
    '{ loyaltyMember(email: "customer-2@example.com") { id } }',
  );
  await ask(
    `mutation($id: ID!) { loyaltyPointsAdjust(memberId: $id, points: 7, sourceKey: "e2e-audit", reason: "Sorry") {
      errors { message } } }`,
    { id: found.loyaltyMember.id },
  );
  const page = await open("operations/audit?action=loyaltyPointsAdjust");
  const row = page.getByRole("row").filter({ hasText: "customer-2@example.com" });
  await row.getByRole("button", { name: "Points adjusted" }).click();
  await page.getByRole("dialog").getByText("admin@example.com").waitFor();
  await finish(page);
});

const file = `key;email;name;occurred_at
1;customer-1@example.com;visit;2026-01-05T08:00:00Z
2;nobody@example.com;visit;2026-01-05T08:00:00Z
`;

test("a file of events is looked at, done and undone", async () => {
  const page = await open("operations/imports");
  await page.getByRole("button", { name: "Import events" }).click();
  await page.getByLabel("Choose a file").setInputFiles({
    name: "visits.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(file),
  });
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("heading", { name: "visits.csv" }).waitFor();
  await page.getByText("Looked at", { exact: true }).waitFor();
  expect(await page.getByRole("row").count()).toBe(3);
  await page.getByLabel("Only lines at fault").check();
  await page.waitForURL(/errors=1/);
  await page.getByRole("row").nth(2).waitFor({ state: "detached" });
  await finish(page);
  await page.getByRole("button", { name: "Do it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Do it" }).click();
  await page.getByText("Done", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone", { exact: true }).waitFor();
  await finish(page);
});

test("settings name the channels and who may do what", async () => {
  const page = await open("settings");
  await page.getByRole("cell", { name: "Records" }).waitFor();
  expect(await page.getByText("You have it").count()).toBe(3);
  await finish(page);
  const staff = await open("settings", { as: "staff" });
  await staff.getByText("You lack it").waitFor();
  expect(await staff.getByText("You lack it").count()).toBe(1);
  await finish(staff);
});
