// What the world of the pages has to show, as its shop takes it. Money in cents.

const named = (en: string, chinese: string) => ({ en, "zh-Hans": chinese });

export const rules = [
  {
    kind: "multiplier",
    slug: "golden-tuesday",
    name: named("Golden Tuesday", "黄金周二"),
    percent: 200,
    when: {
      kind: "all",
      of: [
        { kind: "weekday", any_of: [2] },
        { kind: "tier", any_of: ["gold"] },
      ],
    },
  },
  {
    kind: "bonus",
    slug: "first-order",
    name: named("First order", "首单奖励"),
    points: 50,
    when: { kind: "order_number", is: 1 },
  },
];

/** By slug; the days until they begin and end. */
export const campaigns = {
  "double-days": {
    from: 0,
    until: 6,
    config: {
      name: named("Double days", "双倍积分日"),
      description: named("Twice the points on everything", "全场双倍积分"),
      rules: [{ kind: "multiplier", slug: "double", percent: 200 }],
      budget: { points: 50_000 },
    },
  },
  "happy-hours": {
    from: 9,
    until: 23,
    config: {
      name: named("Happy hours", "欢乐时光"),
      schedule: { kind: "hours", from: "18:00", until: "20:00" },
      rules: [{ kind: "bonus", slug: "evening", points: 20 }],
    },
  },
};

export const benefits = [
  { kind: "free_shipping", minimum: { USD: 2000 } },
  { kind: "multiplier", points_percent: 150 },
  { kind: "priority", mark: "VIP" },
];

export const tierNames: Record<string, object> = {
  silver: named("Silver", "银卡"),
  gold: named("Gold", "金卡"),
};

export const codeList = { slug: "cinema", name: named("Cinema tickets", "电影票") };

export const plus = (variant: string) => ({
  name: named("Plus", "尊享会员"),
  description: named("A year of free shipping and more", "全年免运费等权益"),
  variants: { [variant]: { months: 12 } },
  trial_days: 14,
  benefits: [
    { kind: "free_shipping" },
    {
      kind: "service",
      slug: "listening",
      name: named("An hour in the listening room", "试听室一小时"),
      quota: 4,
      per: "year",
    },
    {
      kind: "partner_codes",
      slug: "cinema",
      code_list: codeList.slug,
      per: "month",
      name: named("Cinema ticket", "电影票"),
    },
    { kind: "contact", email: "plus@shop.example" },
  ],
});

export const pack = (variant: string) => ({
  name: named("A step up", "成长加速包"),
  variants: [variant],
  growth: 100,
  bonus_points: 10,
  limit: { pieces: 3, per: "month" },
});

export const categories = {
  "at-the-till": named("At the till", "结账优惠"),
  "days-out": named("Days out", "线下体验"),
};

/** By slug; the category each is in. */
export const rewards = (variant: string) => ({
  "five-off": {
    category: "at-the-till",
    stock: 500,
    config: {
      name: named("5 dollars off", "立减 5 美元"),
      points: 400,
      gives: { kind: "coupon", amount: { USD: 500 } },
    },
  },
  "free-shipping": {
    category: "at-the-till",
    stock: 200,
    config: {
      name: named("Free shipping", "免运费"),
      points: 250,
      gives: { kind: "free_shipping", currencies: ["USD"] },
    },
  },
  record: {
    category: "at-the-till",
    stock: 12,
    config: {
      name: named("Record of the month", "本月唱片"),
      points: 1200,
      gives: { kind: "product", variant_id: variant, cash: { USD: 499 } },
    },
  },
  "listening-evening": {
    category: "days-out",
    stock: 20,
    config: {
      name: named("Listening evening", "唱片试听之夜"),
      description: named("An evening with the band", "与乐队共度的夜晚"),
      points: 900,
      gives: { kind: "service", by_staff: true, valid_days: 90 },
      members_may_cancel: true,
    },
  },
});

export const lotteries = {
  spring: {
    name: named("Spring lottery", "春季抽奖"),
    ticket_points: 100,
    most_per_member: 10,
    prizes: [
      { slug: "player", kind: "by_hand", stock: 1, name: named("A record player", "一台唱机") },
      { slug: "points", kind: "points", stock: 3, points: 250 },
    ],
  },
  summer: {
    name: named("Summer lottery", "夏季抽奖"),
    ticket_points: 50,
    prizes: [{ slug: "points", kind: "points", stock: 1, points: 1000 }],
  },
};

export const groupOffer = (variant: string) => ({
  name: named("Records for two", "双人拼单"),
  variant_id: variant,
  prices: { USD: 1500 },
  size: 2,
  hours: 48,
});

export const flashSale = (variant: string, another: string) => ({
  name: named("Happy hour", "限时抢购"),
  items: [
    { variant_id: variant, prices: { USD: 700 }, quota: 30, per_member: 2 },
    { variant_id: another, prices: { USD: 1200 }, quota: 10 },
  ],
});

export const engagements = (channel: string) => ({
  CHECK_INS: {
    name: named("Every day counts", "每日签到"),
    days: [5, 5, 10, 10, 15, 15, 50].map((points) => ({ points })),
    after: "cycle",
    make_up: { points: 20 },
    channel,
  },
  REVIEWS: { gift: { points: 30 }, opens: { kind: "paid", days: 0 }, channel },
  SHARES: {
    name: named("Tell your friends", "分享有礼"),
    visit: { gift: { points: 2 }, a_day: 3 },
    order: { gift: { points: 50 } },
    channel,
  },
  REFERRALS: {
    welcome: { points: 50 },
    friend: { points: 100 },
    referrer: { points: 200 },
    channel,
  },
  OCCASIONS: {
    birthday: { name: named("Happy birthday", "生日快乐"), gift: { points: 50 } },
    joined: { gift: { points: 10 }, years: { "5": { points: 500 } } },
    first_purchase: { gift: { points: 5 } },
    channel,
  },
});

export const tasks = (channel: string) => ({
  "points-of-the-month": {
    name: named("Points of the month", "月度积分榜"),
    counts: { kind: "points" },
    window: { kind: "each", unit: "month" },
    steps: [{ goal: 1 }, { goal: 500, gift: { points: 25 } }],
    leaderboard: true,
    channel,
  },
  profile: {
    name: named("Complete your profile", "完善资料"),
    counts: { kind: "profile", fields: ["birthday", "time_zone"] },
    steps: [{ goal: 2, gift: { points: 50 } }],
    channel,
  },
});

/** What the shopper writes of what they bought, the last first in the lists. */
export const reviews = [
  { rating: 5, title: "Warm and loud", text: "I have played it every night since.", author: "Ada" },
  { rating: 2, title: "Too quiet", text: "The second side hardly plays.", author: "Ada" },
  { rating: 4, title: "Good", text: "A fine copy, and it came fast.", author: "Ada" },
];

const visit = (line: number, email: string, day: string) =>
  `${line};${email};visit;${day}T08:00:00Z`;

/** A file of visits, the last of somebody whom the shop does not know. */
export const visits = (emails: string[], day: string) =>
  [
    "key;email;name;occurred_at",
    ...[...emails, "nobody@example.com"].map((email, line) => visit(line, email, day)),
  ].join("\n");
