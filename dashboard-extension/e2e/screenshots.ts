// Pictures of the pages for the docs: `make screenshots`.

import { mkdirSync } from "node:fs";

import { test } from "vitest";

import { ask, finish, open, withBrowser } from "./harness";

withBrowser();

const folder = process.env.SCREENSHOTS ?? "screenshots";

const pages = {
  overview: "",
  members: "members",
  programme: "programme",
  rules: "rules/earning",
  campaigns: "rules/campaigns",
  tiers: "tiers/ladder",
  rewards: "rewards/catalogue",
  lotteries: "rewards/lotteries",
  "check-ins": "engagement/check-ins",
  tasks: "engagement/tasks",
  audit: "operations/audit",
  settings: "settings",
};

const looks = [
  ["light", "en"],
  ["dark", "en"],
  ["light", "zh-Hans"],
  ["dark", "zh-Hans"],
] as const;

test("something to see", async () => {
  await ask(MAKE, {
    coupon: {
      name: { en: "5 dollars off", "zh-Hans": "立减 5 美元" },
      points: 400,
      gives: { kind: "coupon", amount: { USD: 500 } },
    },
    shipping: {
      name: { en: "Free shipping", "zh-Hans": "免运费" },
      points: 250,
      gives: { kind: "free_shipping" },
    },
    lottery: {
      name: { en: "Spring", "zh-Hans": "春季抽奖" },
      ticket_points: 100,
      prizes: [{ slug: "points", kind: "points", stock: 1, points: 500 }],
    },
    checkIns: {
      name: { en: "Every day counts", "zh-Hans": "每日签到" },
      days: [5, 5, 10, 10, 15, 15, 50].map((points) => ({ points })),
      after: "cycle",
    },
    task: {
      name: { en: "Complete your profile", "zh-Hans": "完善资料" },
      counts: { kind: "profile", fields: ["birthday", "time_zone"] },
      steps: [{ goal: 2, gift: { points: 50 } }],
    },
  });
});

test.each(looks)("%s, %s", async (theme, locale) => {
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries(pages)) {
    const page = await open(path, { theme, locale, height: 760 });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await page.screenshot({
      path: `${folder}/${name}-${locale}-${theme}.png`,
      animations: "disabled",
    });
    await finish(page);
    await page.context().close();
  }
});

// Errors of single things are answers, not refusals of the whole: what is not made is not shown.
const MAKE = `mutation($coupon: LoyaltyJSON!, $shipping: LoyaltyJSON!, $lottery: LoyaltyJSON!,
    $checkIns: LoyaltyJSON!, $task: LoyaltyJSON!) {
  coupon: loyaltyRewardCreate(slug: "five-off", config: $coupon, stock: 500) { errors { message } }
  shipping: loyaltyRewardCreate(slug: "free-shipping", config: $shipping) { errors { message } }
  lottery: loyaltyLotteryCreate(slug: "spring", opensAt: "2027-03-01T00:00:00Z",
    closesAt: "2027-04-01T00:00:00Z", config: $lottery) { errors { message } }
  checkIns: loyaltyEngagementSave(subject: CHECK_INS, enabled: true, config: $checkIns) { errors { message } }
  task: loyaltyTaskCreate(slug: "profile", config: $task) { errors { message } }
}`;
