import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";

import { ask, finish, open, withBrowser } from "./harness";

withBrowser();

/** Another name each time: the shop keeps what a test makes. */
const fresh = (stem: string) => `${stem} ${crypto.randomUUID().slice(0, 8)}`;
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true });

interface Versions {
  loyaltyLadder: { versions: { id: string; state: string; revision: string }[] };
}

// A draft left behind by a run that was stopped would be opened instead of a new one.
beforeAll(async () => {
  const { loyaltyLadder: ladder } = await ask<Versions>(
    "{ loyaltyLadder { versions(first: 20) { id state revision } } }",
  );
  for (const { id, revision } of ladder.versions.filter(({ state }) => state === "DRAFT"))
    await ask(
      `mutation($id: ID!, $revision: String!) {
        loyaltyLadderDeleteDraft(id: $id, revision: $revision) { errors { message } } }`,
      { id, revision },
    );
});

test.each([
  ["tiers/ladder", "Tiers"],
  ["tiers/ladder/1", "Tiers · Version 1"],
  ["tiers/plans", "All memberships"],
  ["tiers/plans/new", "Create membership"],
  ["tiers/packs", "All growth packs"],
  ["tiers/packs/new", "Create growth pack"],
  ["tiers/benefits", "Benefits"],
  ["tiers/benefits/gifts", "Benefits"],
  ["tiers/invitations", "All invitations"],
  ["tiers/code-lists", "All code lists"],
])("%s opens in light and dark", async (path, title) => {
  for (const theme of ["light", "dark"] as const) {
    const page = await open(path, { theme });
    await heading(page, title).waitFor();
    await page.waitForLoadState("networkidle");
    await finish(page);
  }
});

test("a change of the ladder is tried, saved and thrown away", async () => {
  const page = await open("tiers/ladder");
  await button(page, "Change tiers").click();
  await heading(page, /^Tiers · Version \d+$/).waitFor();
  await page.getByRole("button", { name: "Try this version" }).click();
  await page.getByText(/members? looked at, as of/).waitFor();
  await page.getByText("Nobody would move.").waitFor();

  await page.getByLabel("Grace at the end of a period").fill("45");
  expect(await button(page, "Activate").isDisabled()).toBe(true);
  await button(page, "Save draft").click();
  await page.getByText("Saved the draft").waitFor();
  await page.getByText("The draft was changed since.").waitFor();
  await button(page, "Activate").click();
  await page.getByText("This version has not been tried as it is now").waitFor();
  await finish(page);
  await inDialog(page, "Back").click();

  await button(page, "Delete draft").click();
  await inDialog(page, "Delete draft").click();
  await heading(page, "Tiers").waitFor();
  await button(page, "Change tiers").waitFor();
  await finish(page);
});

test("a membership is created, changed and taken off sale", async () => {
  const name = fresh("Plus");
  const page = await open("tiers/plans/new");
  await heading(page, "Create membership").waitFor();
  await page.getByLabel("Name (English)").fill(name);
  await button(page, "Save").click();
  await heading(page, name).waitFor();
  await page.getByLabel("Description (English)").fill("Free shipping for a year");
  await button(page, "Save").click();
  await page.getByText("Saved", { exact: true }).waitFor();
  await button(page, "Take off sale").click();
  await inDialog(page, "Take off sale").click();
  await button(page, "Put on sale").waitFor();
  await finish(page);

  const list = await open(`tiers/plans?state=off&search=${encodeURIComponent(name)}`);
  await list.getByRole("link", { name }).waitFor();
  expect(await list.getByRole("row").count()).toBe(2);
  await finish(list);
});

test("a growth pack that says nothing is not saved, and says why", async () => {
  const page = await open("tiers/packs/new");
  const name = fresh("Boost");
  await page.getByLabel("Name (English)").fill(name);
  await button(page, "Save").click();
  await page.getByText("Nothing was saved. Mend what is marked, then save again.").waitFor();
  await page.getByLabel("Growth for each piece").fill("100");
  await button(page, "Save").click();
  await heading(page, name).waitFor();
  await finish(page);
});

test("an invitation is made, its code shown, and switched off", async () => {
  const page = await open("tiers/invitations");
  const code = `VIP-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  await button(page, "Create invitation").click();
  await inDialog(page, "Create invitation").click();
  await page.getByText("Choose a tier.").waitFor();
  await page.getByRole("dialog").getByRole("combobox", { name: "Tier" }).click();
  await page.getByRole("option", { name: "Gold" }).click();
  await page.getByRole("dialog").getByLabel("Code").fill(code);
  await finish(page);
  await inDialog(page, "Create invitation").click();
  await page.getByRole("dialog").getByText(code).waitFor();
  await inDialog(page, "Done").click();
  await button(page, `Switch off ${code}`).click();
  await inDialog(page, "Switch off").click();
  await page.getByRole("row").filter({ hasText: code }).getByText("Off", { exact: true }).waitFor();
  await finish(page);
});

test("codes are uploaded, and each line is accounted for", async () => {
  const page = await open("tiers/code-lists");
  const name = fresh("Cinema");
  await button(page, "Create code list").click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill(name);
  await inDialog(page, "Create code list").click();
  await heading(page, name).waitFor();
  await page.getByLabel("Codes, one a line").fill(`KINO-1\nKINO-2\nKINO-1\n${"x".repeat(300)}`);
  await button(page, "Upload codes").click();
  const result = page.getByRole("status", { name: "What became of the lines" });
  await result.waitFor();
  const facts = await result.locator("dd").allTextContents();
  expect(facts).toEqual(["2", "1", "0", "1", "0"]);
  await result.getByRole("row").filter({ hasText: "4" }).waitFor();
  await button(page, "Switch off").click();
  await inDialog(page, "Switch off").click();
  await button(page, "Switch on").waitFor();
  await finish(page);
});

test("using up asks for a member and a benefit", async () => {
  const page = await open("tiers/benefits");
  await button(page, "Use up a benefit").click();
  await inDialog(page, "Use up a benefit").click();
  await page.getByText("Choose a member.").waitFor();
  await page.getByRole("dialog").getByRole("combobox", { name: "Member" }).fill("customer-1@");
  await page.getByRole("option", { name: /customer-1@example.com/ }).click();
  await page.getByText("This member has no benefit that your team uses up").waitFor();
  await finish(page);
});

test("who may only manage members sees no ladder", async () => {
  const page = await open("tiers/ladder", { as: "staff" });
  await page.getByText("No access").waitFor();
  await finish(page, { except: ["PermissionDenied"] });
});
