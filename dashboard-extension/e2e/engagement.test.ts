import { beforeAll, expect, test, vi } from "vitest";

import { ask, finish, open, shop, tokens, withBrowser } from "./harness";

withBrowser();

const SAVE = `mutation($subject: LoyaltyEngagementSubject!, $config: LoyaltyJSON!) {
  loyaltyEngagementSave(subject: $subject, enabled: true, config: $config) { errors { message } } }`;
const LINES = `{ loyaltyReviewableLines(first: 20) { orderId lineId } }`;
const WRITE = `mutation($orderId: ID!, $lineId: ID!, $input: LoyaltyReviewInput!) {
  loyaltyReviewCreate(orderId: $orderId, lineId: $lineId, input: $input) { errors { message } } }`;

const JOIN = `mutation { loyaltyMemberJoin { member { id } } }`;
const CODE = `mutation { loyaltyReferralCodeMake(deviceId: "kitchen") { code } }`;
const COME = `mutation($code: String!) { loyaltyReferralJoin(code: $code, deviceId: "kitchen") {
  errors { message } } }`;
const REFERRALS = `{ loyaltyReferrals(first: 9) { edges { node { id state reason
  gifts { points takenBackAt } } } } }`;
const TASK = `mutation($config: LoyaltyJSON!) { loyaltyTaskCreate(slug: "all-ears", config: $config) {
  task { id } } }`;
const ACTIVATE = `mutation($id: ID!) { loyaltyTaskActivate(id: $id) { errors { message } } }`;
const AGREE = `mutation { loyaltyLeaderboardAgree(name: "Vinyl fan") { errors { message } } }`;
const NAMES = `query($id: ID!) { loyaltyLeaderboard(taskId: $id, first: 9) { places { name } } }`;

interface Referrals {
  loyaltyReferrals: {
    edges: {
      node: {
        id: string;
        state: string;
        reason: string | null;
        gifts: { points: number; takenBackAt: string | null }[];
      };
    }[];
  };
}

/** The one referral there is. */
async function referral() {
  const [one] = (await ask<Referrals>(REFERRALS)).loyaltyReferrals.edges;
  if (!one) throw new Error("There is no referral.");
  return one.node;
}

interface Lines {
  loyaltyReviewableLines: { orderId: string; lineId: string }[];
}

let taskId = "";

/** A picture of the shopper's, of one dot. */
async function uploaded(): Promise<string> {
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const body = new FormData();
  body.append("picture", new Blob([Buffer.from(dot, "base64")], { type: "image/png" }), "dot.png");
  const answer = await fetch(`${shop}/review-pictures/`, {
    method: "POST",
    headers: { Authorization: `Bearer ${tokens.shopper}` },
    body,
  });
  return ((await answer.json()) as { picture: { id: string } }).picture.id;
}

/** Two reviews of the shopper's wait: of the first with a fine text, of the other with a rude one. */
async function reviewsWait(): Promise<void> {
  // A task first, so that the orders count for it.
  const made = await ask<{ loyaltyTaskCreate: { task: { id: string } } }>(TASK, {
    config: {
      name: { en: "All ears" },
      counts: { kind: "orders" },
      steps: [{ goal: 5, gift: { points: 10 } }],
      leaderboard: true,
      channel: "records",
    },
  });
  taskId = made.loyaltyTaskCreate.task.id;
  await ask(ACTIVATE, { id: taskId });
  const config = { gift: { points: 30 }, opens: { kind: "paid", days: 0 }, channel: "records" };
  await ask(SAVE, { subject: "REVIEWS", config });
  for (let order = 0; order < 2; order += 1)
    await fetch(`${shop}/shop/orders/`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${tokens.shopper}` },
      body: JSON.stringify({ lines: { "night-bus": 1 } }),
    });
  const open = async () => (await ask<Lines>(LINES, {}, "shopper")).loyaltyReviewableLines;
  // Orders are acted on by the worker, a moment later.
  await vi.waitFor(async () => expect((await open()).length).toBeGreaterThan(1), {
    timeout: 20_000,
    interval: 500,
  });
  const texts = ["Warm and loud.", "Buy watches at my shop instead."];
  const pictures = [[await uploaded()], []];
  for (const [place, line] of (await open()).slice(0, 2).entries())
    await ask(
      WRITE,
      {
        ...line,
        input: { rating: 4, text: texts[place], author: "S.", pictureIds: pictures[place] },
      },
      "shopper",
    );
}

beforeAll(reviewsWait, 60_000);

test("the ladder of check-ins is set up, switched on, changed and switched off", async () => {
  const page = await open("engagement/check-ins");
  await page.getByText("Nobody has set this up yet.", { exact: false }).waitFor();
  await page.getByText("Members can check in once a day").click();
  await page.getByLabel("Points of Day 1").fill("7");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch on" }).click();
  await page.getByText("On since").waitFor();
  await finish(page);

  await page.getByLabel("Points of Day 2").fill("many");
  expect(await page.getByLabel("Points of Day 2").getAttribute("aria-invalid")).toBe("true");
  await page.getByLabel("Points of Day 2").fill("8");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "View version 1" }).click();
  await page.getByRole("dialog").getByText("Days in a row").first().waitFor();
  await finish(page);
  await page.getByRole("dialog").getByRole("button", { name: "Back" }).click();

  await page.getByText("Members can check in once a day").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("nobody can check in or make a missed day good", { exact: false }).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await page.getByText("Off since").waitFor();
  await finish(page);
});

test("what is not saved is not left without a question", async () => {
  const page = await open("engagement/check-ins");
  await page.getByLabel("Points of Day 3").fill("99");
  await page.getByRole("link", { name: "Shared links" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stay" }).click();
  expect(await page.getByLabel("Points of Day 3").inputValue()).toBe("99");
  await page.getByRole("link", { name: "Shared links" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await page.getByRole("heading", { name: "Shared links" }).waitFor();
  await finish(page);
});

test("reviews are decided one after the other, by keys", async () => {
  const page = await open("engagement/reviews/waiting");
  await page.getByText("1 of 2 waiting").waitFor();
  await page.getByText("Buy watches at my shop instead.").waitFor();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await dialog.getByText("This is needed.").waitFor();
  await dialog.getByLabel("Reason").fill("Not about the record");
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await page.getByText("1 of 1 waiting").waitFor();
  await page.getByRole("button", { name: "Approve, give 30 points" }).waitFor();
  await page.locator("h1").click();
  // While a picture is open, a key decides nothing.
  await page.getByRole("button", { name: "Enlarge Picture 1 of 1" }).press("Enter");
  await page.getByRole("dialog", { name: "Picture 1 of 1" }).waitFor();
  await page.keyboard.press("a");
  await page.keyboard.press("Escape");
  await page.getByText("1 of 1 waiting").waitFor();
  await page.locator("h1").click();
  await page.keyboard.press("a");
  await page.getByText("Nothing waits. Every review is decided.").waitFor();
  await finish(page);
});

test("a review is answered, taken down and opened again", async () => {
  const page = await open("engagement/reviews?state=APPROVED");
  await page.getByRole("row").filter({ hasText: "Warm and loud." }).getByRole("link").click();
  await page.getByRole("textbox", { name: "Answer" }).fill("Thank you!");
  await page.getByRole("button", { name: "Save answer" }).click();
  await page.getByText("Answered", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Take down" }).click();
  await page.getByText("The 30 points it brought go back.", { exact: false }).waitFor();
  await page.getByRole("dialog").getByLabel("Reason").fill("By mistake");
  await page.getByRole("dialog").getByRole("button", { name: "Take down" }).click();
  await page.getByText("Refused", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Decide again" }).click();
  await page.getByText("Waiting", { exact: true }).waitFor();
  await finish(page);
});

test("a task is created, shown to members and ended", async () => {
  const page = await open("engagement/tasks");
  await page.getByRole("button", { name: "Create task" }).click();
  await page.getByLabel("Name (English)").fill("Three records");
  expect(await page.getByLabel("Slug").inputValue()).toBe("three-records");
  await finish(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Draft", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Activate", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Activate" }).click();
  await page.getByText("Active", { exact: true }).waitFor();
  await finish(page);
  await page.getByRole("link", { name: "Who is where" }).click();
  await page.getByRole("heading", { name: "Three records: members" }).waitFor();
  await finish(page);
  await page.goBack();
  await page.getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End", exact: true }).click();
  await page.getByText("This task has ended.", { exact: false }).waitFor();
  await finish(page);
});

const NARROWED = [
  ["engagement/referrals?state=HELD", "Referrals"],
  ["engagement/occasions?days=90&occasion=JOINED", "Occasions"],
] as const;

test.each(NARROWED)("%s opens", async (path, title) => {
  const page = await open(path);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.waitForLoadState("networkidle");
  await finish(page);
});

test("a case is let pass, and ended later; what is only asked changes nothing", async () => {
  const friends = { friend: { points: 100 }, referrer: { points: 200 }, welcome: { points: 50 } };
  const config = { ...friends, link: "/friends/{code}", channel: "records" };
  await ask(SAVE, { subject: "REFERRALS", config });
  await ask(JOIN, {}, "shopper");
  const made = await ask<{ loyaltyReferralCodeMake: { code: string } }>(CODE, {}, "shopper");
  await ask(JOIN, {}, "friend");
  await ask(COME, made.loyaltyReferralCodeMake, "friend");

  const page = await open("engagement/referrals?state=HELD");
  await page.getByRole("link", { name: "friend@example.com" }).click();
  await page.getByText("Friend and referrer used the same device.").waitFor();
  const dialog = page.getByRole("dialog");
  for (const way of ["Let it pass", "End it"]) {
    await page.getByRole("button", { name: way }).click();
    await dialog.getByRole("button", { name: way }).click();
    await dialog.getByText("This is needed.").waitFor();
    await dialog.getByRole("button", { name: "Back" }).click();
  }
  expect((await referral()).state).toBe("HELD");

  const other = await open(new URL(page.url()).pathname.replace(/^.*dashboard\//, ""));
  await other.getByRole("button", { name: "End it" }).waitFor();
  await page.getByRole("button", { name: "Let it pass" }).click();
  await dialog.getByLabel("Reason").fill("They share a kitchen");
  await dialog.getByRole("button", { name: "Let it pass" }).click();
  await page.getByText("Registered", { exact: true }).waitFor();
  await page.getByText("They share a kitchen").waitFor();
  expect(await page.getByRole("button", { name: "Let it pass" }).count()).toBe(0);
  await finish(page);
  const passed = await referral();
  expect(passed).toMatchObject({ state: "REGISTERED", reason: "They share a kitchen" });

  // Open since before that, in another window.
  await other.getByRole("button", { name: "End it" }).click();
  await other.getByRole("dialog").getByLabel("Reason").fill("One and the same person");
  await other.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await other.getByText("Ended", { exact: true }).waitFor();
  expect(await other.getByRole("button", { name: "End it" }).count()).toBe(0);
  await finish(other);
  const ended = await referral();
  expect(ended).toMatchObject({ state: "REFUSED", reason: "One and the same person" });
  expect(ended.gifts.length).toBe(passed.gifts.length);
  expect(ended.gifts.filter(({ takenBackAt }) => takenBackAt === null)).toEqual([]);
});

test("a name is taken off the leaderboard", async () => {
  await ask(AGREE, {}, "shopper");
  const names = async () =>
    (
      await ask<{ loyaltyLeaderboard: { places: { name: string }[] } }>(NAMES, { id: taskId })
    ).loyaltyLeaderboard.places.map(({ name }) => name);
  const page = await open(`engagement/tasks/${taskId}/leaderboard`);
  await page.getByRole("button", { name: "Remove Vinyl fan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Back" }).click();
  expect(await names()).toEqual(["Vinyl fan"]);
  await page.getByRole("button", { name: "Remove Vinyl fan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.getByText("Nobody who agreed to be seen", { exact: false }).waitFor();
  expect(await names()).toEqual([]);
  await finish(page);
});

test("the occasions of a year are months, and whose they are", async () => {
  const page = await open("engagement/occasions?days=366&occasion=FIRST_PURCHASE");
  await page.getByRole("heading", { name: "Whose days come", exact: false }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(
    await page.getByRole("table", { name: "Calendar of", exact: false }).count(),
  ).toBeGreaterThan(11);
  await finish(page);
});

test("staff who manage members decide about reviews, and change no settings", async () => {
  const page = await open("engagement/reviews", { as: "staff" });
  await page.getByRole("button", { name: "Moderate waiting" }).waitFor();
  expect(await page.getByRole("button", { name: "Settings" }).count()).toBe(0);
  await page.getByRole("link", { name: "Check-ins" }).click();
  await page.getByText("No access").waitFor();
  await page.getByRole("link", { name: "Tasks" }).click();
  await page.getByRole("heading", { name: "All tasks" }).waitFor();
  await page.getByText("No access").waitFor();
  await finish(page);
});
