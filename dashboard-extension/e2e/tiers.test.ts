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

interface Version {
  id: string;
  number: number;
  state: string;
  revision: string;
}

async function versions(): Promise<{ inForce: number; all: Version[] }> {
  const { loyaltyLadder: ladder } = await ask<{
    loyaltyLadder: { inForce: { number: number }; versions: Version[] };
  }>("{ loyaltyLadder { inForce { number } versions(first: 20) { id number state revision } } }");
  return { inForce: ladder.inForce.number, all: ladder.versions };
}

// A draft left behind by a run that was stopped would be opened instead of a new one.
async function withoutDrafts(): Promise<void> {
  const { all } = await versions();
  for (const { id, revision } of all.filter(({ state }) => state === "DRAFT"))
    await ask(
      `mutation($id: ID!, $revision: String!) {
        loyaltyLadderDeleteDraft(id: $id, revision: $revision) { errors { message } } }`,
      { id, revision },
    );
}

beforeAll(withoutDrafts);

interface Edges<Node> {
  edges: { node: Node }[];
}

/** What a member has, as the shop says it. */
interface Now {
  loyaltyMember: { memberships: { plan: { slug: string }; running: boolean }[] };
  loyaltyBenefitUses: Edges<{ quantity: number; undoneAt: string | null }>;
  loyaltyBenefitGifts: Edges<{ gift: { state: string }; withdrawnBecause: string | null }>;
}

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

test("a version comes into force once it is confirmed; an overtaken draft only leads on", async () => {
  await withoutDrafts();
  const before = await versions();
  await ask("mutation { loyaltyLadderDraft { version { id } errors { message } } }");
  const late = (await versions()).all[0]!.number;
  const overtaken = await open(`tiers/ladder/${late}`);
  await heading(overtaken, `Tiers · Version ${late}`).waitFor();

  await ask("mutation { loyaltyLadderDraft { version { id } errors { message } } }");
  const number = late + 1;
  const page = await open(`tiers/ladder/${number}`);
  const grace = page.getByLabel("Grace at the end of a period");
  const days = Number(await grace.inputValue());
  await grace.fill(String(days + 1));
  await button(page, "Save draft").click();
  const changes = page.locator(".versions-differences li");
  await changes.waitFor();
  expect(await changes.locator("strong, del, ins").allTextContents()).toEqual([
    "Grace at the end of a period",
    `${days} days`,
    `${days + 1} days`,
  ]);

  await button(page, "Activate").click();
  await page.getByText(`comes into force now, in place of version ${before.inForce}`).waitFor();
  await inDialog(page, "Back").click();
  expect((await versions()).inForce).toBe(before.inForce);
  await button(page, "Activate").click();
  await inDialog(page, "Activate").click();
  await page.getByText(`Version ${number} is in force`, { exact: true }).waitFor();
  await button(page, "Copy to a new draft").waitFor();
  expect((await versions()).inForce).toBe(number);
  await finish(page);

  // Another tab, where the older draft has been open all the time.
  await button(overtaken, "Activate").click();
  await inDialog(overtaken, "Activate").click();
  await overtaken.getByText("This draft has been overtaken").waitFor();
  expect(await button(overtaken, "Activate").isDisabled()).toBe(true);
  await button(overtaken, "Copy to a new draft").click();
  await heading(overtaken, `Tiers · Version ${number + 1}`).waitFor();
  expect((await versions()).inForce).toBe(number);
  await finish(overtaken);
  await withoutDrafts();
});

test("a membership is given, its benefit used and given back, its gift taken back, and it ends", async () => {
  const [plan, codes] = [fresh("club"), fresh("film")].map((name) => name.replace(" ", "-"));
  const joined = await ask<{ loyaltyMemberJoin: { member: { id: string } } }>(
    "mutation { loyaltyMemberJoin { member { id } errors { message } } }",
    {},
    "shopper",
  );
  const memberId = joined.loyaltyMemberJoin.member.id;
  const benefits = [
    { kind: "service", slug: "lounge", name: { en: "Lounge" }, quota: 2 },
    { kind: "partner_codes", slug: "ticket", name: { en: "Ticket" }, code_list: codes },
  ];
  await ask(
    `mutation($plan: String!, $config: LoyaltyJSON!, $codes: String!, $name: LoyaltyJSON!) {
      loyaltyPlanCreate(slug: $plan, config: $config) { errors { message } }
      loyaltyCodeListCreate(slug: $codes, name: $name) { errors { message } } }`,
    { plan, config: { name: { en: plan }, benefits }, codes, name: { en: codes } },
  );
  const now = () =>
    ask<Now>(
      `query($id: ID!) {
        loyaltyMember(id: $id) { memberships(first: 9) { plan { slug } running } }
        loyaltyBenefitUses(first: 1, memberId: $id) { edges { node { quantity undoneAt } } }
        loyaltyBenefitGifts(first: 1, memberId: $id) {
          edges { node { gift { state } withdrawnBecause } } } }`,
      { id: memberId },
    );
  const runs = async () =>
    (await now()).loyaltyMember.memberships.find((one) => one.plan.slug === plan)?.running;

  const member = await open(`members/${memberId}`);
  await button(member, "Give membership").click();
  const giving = member.getByRole("dialog");
  await giving.getByRole("combobox", { name: "Plan" }).click();
  await member.getByRole("option", { name: plan }).click();
  await giving.getByLabel("Reason").fill("A friend of the house");
  await inDialog(member, "Back").click();
  expect(await runs()).toBeUndefined();
  await button(member, "Give membership").click();
  await giving.getByRole("combobox", { name: "Plan" }).click();
  await member.getByRole("option", { name: plan }).click();
  await giving.getByLabel("Reason").fill("A friend of the house");
  await inDialog(member, "Give membership").click();
  const row = member.getByRole("listitem").filter({ hasText: plan });
  await row.getByText("Running").waitFor();
  expect(await runs()).toBe(true);

  const uses = await open(`tiers/benefits?member=${encodeURIComponent(memberId)}`);
  await button(uses, "Use up a benefit").click();
  await uses.getByRole("dialog").getByRole("combobox", { name: "Benefit" }).click();
  await uses.getByRole("option", { name: "Lounge · 2 of 2 left" }).click();
  await uses.getByRole("dialog").getByLabel("Number").fill("3");
  await inDialog(uses, "Use up a benefit").click();
  await uses.getByText("Only 2 are left.").waitFor();
  await uses.getByRole("dialog").getByLabel("Number").fill("2");
  await inDialog(uses, "Use up a benefit").click();
  const giveBack = uses.getByRole("button", { name: /^Give back: .*lounge/ });
  await giveBack.click();
  await inDialog(uses, "Back").click();
  expect((await now()).loyaltyBenefitUses.edges[0]?.node).toEqual({ quantity: 2, undoneAt: null });
  await giveBack.click();
  await inDialog(uses, "Give back").click();
  await uses.getByRole("row").filter({ hasText: plan }).getByText("Given back").waitFor();
  expect((await now()).loyaltyBenefitUses.edges[0]?.node.undoneAt).not.toBeNull();
  await finish(uses);

  await ask(
    "mutation($slug: String!) { loyaltyBenefitClaim(slug: $slug) { gift { name } } }",
    { slug: `${plan}.ticket` },
    "shopper",
  );
  const gifts = await open(`tiers/benefits/gifts?member=${encodeURIComponent(memberId)}`);
  const takeBack = gifts.getByRole("button", { name: /^Take back: Ticket/ });
  await takeBack.click();
  await inDialog(gifts, "Take back").click();
  await gifts.getByText("This is needed.").waitFor();
  await inDialog(gifts, "Back").click();
  expect((await now()).loyaltyBenefitGifts.edges[0]?.node.gift.state).toBe("NOTHING_LEFT");
  await takeBack.click();
  await gifts.getByRole("dialog").getByLabel("Reason").fill("The wrong partner");
  await inDialog(gifts, "Take back").click();
  await gifts.getByRole("row").filter({ hasText: plan }).getByText("Taken back").waitFor();
  const gift = { gift: { state: "WITHDRAWN" }, withdrawnBecause: "The wrong partner" };
  expect((await now()).loyaltyBenefitGifts.edges[0]?.node).toEqual(gift);
  await finish(gifts);

  await row.getByRole("button", { name: "End" }).click();
  await member.getByRole("dialog").getByLabel("Reason").fill("A mistake");
  await inDialog(member, "Back").click();
  expect(await runs()).toBe(true);
  await row.getByRole("button", { name: "End" }).click();
  await member.getByRole("dialog").getByLabel("Reason").fill("A mistake");
  await inDialog(member, "End membership").click();
  await row.getByText("Over").waitFor();
  expect(await runs()).toBe(false);
  await finish(member);
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
