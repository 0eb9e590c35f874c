// Every page, widget and pop-up there is. Each is opened by the tests in a browser, alone, in a host
// of ours and in a real Dashboard, and shown in the docs; src/addresses.test.ts finds who is missing.

export type Kind = "page" | "widget" | "popup";

export interface Place {
  /** As the router writes it; behind a "?" what the Dashboard tells a widget or a pop-up. */
  address: string;
  /** Of its pictures. */
  name: string;
  /** What stands below its picture. */
  title: string;
  kind: Kind;
  /**
   * A question to the shop. The first field of a parameter's name in the answer stands in for the
   * parameter in the address.
   */
  ids?: string;
  /** Why there is nothing to see in its list. */
  empty?: string;
  /** What its picture has behind its address. */
  pictured?: string;
  /** Why the docs do not show it. */
  unseen?: string;
}

export interface Area {
  title: string;
  places: Place[];
}

type More = Pick<Place, "ids" | "empty" | "pictured" | "unseen">;

const place =
  (kind: Kind) =>
  (address: string, name: string, title: string, more: More = {}): Place => ({
    address,
    name,
    title,
    kind,
    ...more,
  });
const page = place("page");
const widget = place("widget");
const popup = place("popup");

const nodes = (fields: string) => `{ edges { node { ${fields} } } }`;
const member = `{ loyaltyMembers(first: 1, sort: POINTS) ${nodes("id customerId: userId")} }`;
const order = "{ loyaltyRecentOrders(first: 1) { orderId: id } }";
const programme = `{ loyaltyProgrammes(first: 1) ${nodes("id versions(first: 1) { number }")} }`;
const task = `{ loyaltyTasks(first: 1) ${nodes("id")} }`;
const likeTheOther = "It is the form of the one that exists, without its content.";

export const areas: Area[] = [
  {
    title: "Overview and settings",
    places: [
      page("", "overview", "Overview", { pictured: "?range=365" }),
      page("start", "start", "Guided start of a shop without a programme"),
      page("settings", "settings", "Settings"),
    ],
  },
  {
    title: "Members",
    places: [
      page("members", "members", "All members"),
      page("members/:id", "member", "A member", { ids: member }),
    ],
  },
  {
    title: "Programmes",
    places: [
      page("programme", "programmes", "All programmes", {
        unseen: "With one programme it is the page of that one.",
      }),
      page("programme/new", "programme-new", "A new programme", { unseen: likeTheOther }),
      page("programme/:id", "programme", "A programme and its versions", { ids: programme }),
      page("programme/:id/versions/:number", "programme-version", "A version", { ids: programme }),
    ],
  },
  {
    title: "Earning rules and campaigns",
    places: [
      page("rules/earning", "earning-rules", "Earning rules"),
      page("rules/campaigns", "campaigns", "All campaigns"),
      page("rules/campaigns/new", "campaign-new", "A new campaign"),
      page("rules/campaigns/:id", "campaign", "A campaign", {
        ids: `{ loyaltyCampaigns(first: 1, all: true) ${nodes("id")} }`,
      }),
      page("rules/calendar", "campaign-calendar", "Calendar of campaigns"),
      page("rules/preview", "preview", "What an order would earn", {
        pictured: "?order=:orderId",
        ids: order,
      }),
    ],
  },
  {
    title: "Tiers, memberships and benefits",
    places: [
      page("tiers/ladder", "tiers", "Tiers"),
      page("tiers/ladder/:number", "tiers-version", "A version of the tiers", {
        ids: "{ loyaltyLadder { versions(first: 1) { number } } }",
      }),
      page("tiers/plans", "memberships", "All memberships"),
      page("tiers/plans/new", "membership-new", "A new membership", { unseen: likeTheOther }),
      page("tiers/plans/:id", "membership", "A membership", {
        ids: "{ loyaltyPlans(all: true) { id } }",
      }),
      page("tiers/packs", "growth-packs", "All growth packs"),
      page("tiers/packs/new", "growth-pack-new", "A new growth pack", { unseen: likeTheOther }),
      page("tiers/packs/:id", "growth-pack", "A growth pack", {
        ids: "{ loyaltyGrowthPacks(all: true) { id } }",
      }),
      page("tiers/benefits", "benefit-uses", "Benefits that were used"),
      page("tiers/benefits/gifts", "benefit-gifts", "What benefits gave"),
      page("tiers/invitations", "invitations", "All invitations"),
      page("tiers/code-lists", "code-lists", "All code lists"),
      page("tiers/code-lists/:id", "code-list", "A code list", {
        ids: "{ loyaltyCodeLists { id } }",
      }),
    ],
  },
  {
    title: "Rewards",
    places: [
      page("rewards/catalogue", "rewards", "All rewards"),
      page("rewards/catalogue/new", "reward-new", "A new reward"),
      page("rewards/catalogue/categories", "reward-categories", "Categories of rewards"),
      page("rewards/catalogue/:id", "reward", "A reward", {
        ids: `{ loyaltyRewards(first: 1, all: true) ${nodes("id")} }`,
      }),
      page("rewards/redemptions", "redemptions", "All redemptions"),
      page("rewards/redemptions/:id", "redemption", "A redemption", {
        ids: `{ loyaltyRedemptions(first: 1) ${nodes("id")} }`,
      }),
      page("rewards/lotteries", "lotteries", "All lotteries"),
      page("rewards/lotteries/new", "lottery-new", "A new lottery", { unseen: likeTheOther }),
      page("rewards/lotteries/:id", "lottery", "A lottery", {
        ids: `{ loyaltyLotteries(first: 1, all: true) ${nodes("id")} }`,
      }),
      page("rewards/group-buys", "group-buys", "All group buys"),
      page("rewards/group-buys/new", "group-buy-new", "A new group buy", { unseen: likeTheOther }),
      page("rewards/group-buys/:id", "group-buy", "A group buy", {
        ids: `{ loyaltyGroupOffers(first: 1, all: true) ${nodes("id")} }`,
      }),
      page("rewards/group-buys/groups", "groups", "All groups"),
      page("rewards/group-buys/groups/:code", "group", "A group", {
        ids: `{ loyaltyGroups(first: 1) ${nodes("code")} }`,
      }),
      page("rewards/flash-sales", "flash-sales", "All flash sales"),
      page("rewards/flash-sales/new", "flash-sale-new", "A new flash sale", {
        unseen: likeTheOther,
      }),
      page("rewards/flash-sales/:id", "flash-sale", "A flash sale", {
        ids: `{ loyaltyFlashSales(first: 1, all: true) ${nodes("id")} }`,
      }),
    ],
  },
  {
    title: "Engagement",
    places: [
      page("engagement/check-ins", "check-ins", "Check-ins"),
      page("engagement/reviews", "reviews", "All reviews"),
      page("engagement/reviews/waiting", "reviews-waiting", "Reviews that wait, one by one"),
      page("engagement/reviews/settings", "review-settings", "Settings of reviews"),
      page("engagement/reviews/:id", "review", "A review", {
        ids: `{ loyaltyReviews(first: 1, state: APPROVED) ${nodes("id")} }`,
      }),
      page("engagement/shares", "shared-links", "Shared links"),
      page("engagement/shares/settings", "share-settings", "Settings of shared links"),
      page("engagement/referrals", "referrals", "Referrals"),
      page("engagement/referrals/settings", "referral-settings", "Settings of referrals"),
      page("engagement/referrals/:id", "referral", "A referral", {
        ids: `{ loyaltyReferrals(first: 1) ${nodes("id")} }`,
      }),
      page("engagement/tasks", "tasks", "All tasks"),
      page("engagement/tasks/new", "task-new", "A new task", { unseen: likeTheOther }),
      page("engagement/tasks/:id", "task", "A task", { ids: task }),
      page("engagement/tasks/:id/members", "task-members", "Who is where in a task", { ids: task }),
      page("engagement/tasks/:id/leaderboard", "task-leaderboard", "Leaderboard of a task", {
        ids: task,
      }),
      page("engagement/occasions", "occasions", "Occasions"),
      page("engagement/occasions/settings", "occasion-settings", "Settings of occasions"),
    ],
  },
  {
    title: "Operations",
    places: [
      page("operations/problems", "problems", "Problems", {
        empty: "The program gives nothing up that goes well.",
      }),
      page("operations/audit", "audit-log", "Audit log"),
      page("operations/imports", "imports", "Imports of events"),
      page("operations/imports/:id", "import", "An import", {
        ids: `{ loyaltyEventBatches(first: 1) ${nodes("id")} }`,
      }),
    ],
  },
  {
    title: "Inside the Dashboard's own pages",
    places: [
      widget("widgets/home", "widget-home", "On the home page"),
      widget("widgets/customer?customerId=:customerId", "widget-customer", "Beside a customer", {
        ids: member,
      }),
      widget("widgets/order?orderId=:orderId", "widget-order", "Beside an order", { ids: order }),
      popup("popups/adjust?customerId=:customerId", "popup-adjust", "Adjust points", {
        ids: member,
      }),
      popup("popups/order?orderId=:orderId", "popup-order", "Points of an order", { ids: order }),
      popup("popups/find", "popup-find", "Find a member"),
    ],
  },
];

export const places: Place[] = areas.flatMap((area) => area.places);

const PARAMETER = /:(\w+)/g;

/** The route of a place, as the router has it. */
export const routeOf = ({ address }: Place) => `/${address.replace(/\?.*/, "")}`;

/** Where a place is in a shop; undefined where the shop has no such thing. */
export async function addressIn(
  { address, ids }: Place,
  ask: (question: string) => Promise<object>,
): Promise<string | undefined> {
  if (!ids) return address;
  const answer = await ask(ids);
  const values = new Map<string, string>();
  for (const [, parameter = ""] of address.matchAll(PARAMETER)) {
    const value = firstOf(parameter, answer);
    if (value === undefined) return undefined;
    values.set(parameter, encodeURIComponent(value));
  }
  return address.replace(PARAMETER, (_, parameter: string) => values.get(parameter)!);
}

function firstOf(field: string, answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  for (const [name, value] of Object.entries(answer)) {
    const found = name === field && value !== null ? String(value) : firstOf(field, value);
    if (found !== undefined) return found;
  }
  return undefined;
}
