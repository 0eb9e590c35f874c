// A shop in which every page has something to show, made through the shop's own GraphQL: what staff
// set up, and what members did with it. Names are in English and Chinese, as the docs' pictures are.

import { act, type Ask } from "./act";
import * as wares from "./wares";

export interface World {
  ask: Ask;
  /** The shopper buys one. Left out where the shopper is none who is new, as in another shop. */
  buy?: (variant: string) => Promise<void>;
  /** What the night brings. */
  night?: () => Promise<void>;
}

interface List<T> {
  edges: { node: T }[];
}
const nodes = <T>({ edges }: List<T>) => edges.map(({ node }) => node);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const today = () => inDays(0).slice(0, 10);
const globalId = (kind: string, slug: string) => Buffer.from(`${kind}:${slug}`).toString("base64");

/** Waits for what the worker does. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 120; turn += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((go) => setTimeout(go, 250));
  }
  throw new Error(`The worker did not: ${String(look)}`);
}

export async function makeWorld(world: World): Promise<void> {
  const { ask } = world;
  const { loyaltyCatalogue } = await ask<{ loyaltyCatalogue: { id: string }[] }>(
    "{ loyaltyCatalogue(kind: VARIANT, first: 5) { id } }",
  );
  const [membership, first, ...others] = loyaltyCatalogue.map(({ id }) => id);
  const variants = [first!, ...others];
  await earning(ask);
  await tiers(ask, membership!, others.at(-1)!);
  await rewards(ask, variants);
  await play(ask, variants);
  await engagement(ask);
  await membersHave(ask);
  await shopperActs(world, variants);
  await staffAnswer(ask);
  await world.night?.();
}

async function earning(ask: Ask): Promise<void> {
  const { loyaltyProgrammes } = await ask<{ loyaltyProgrammes: List<{ id: string }> }>(
    "{ loyaltyProgrammes(first: 1) { edges { node { id } } } }",
  );
  const programmeId = nodes(loyaltyProgrammes)[0]!.id;
  await newVersion(ask, programmeId);
  for (const [slug, { from, until: end, config }] of Object.entries(wares.campaigns)) {
    const window = { startsAt: inDays(from), endsAt: inDays(end) };
    const { campaign } = await act<{ campaign: { id: string; revision: string } }>(
      ask,
      "loyaltyCampaignCreate",
      { programmeId, slug, config, ...window },
      { fields: "campaign { id revision }" },
    );
    await act(ask, "loyaltyCampaignActivate", campaign);
  }
}

interface Drafted {
  version: { id: string; revision: string; config: { earning: object; tiers: Tier[] } };
}
interface Tier {
  slug: string;
  benefits: object[];
}
const drafted = { fields: "version { id revision config }" };

async function newVersion(ask: Ask, programmeId: string): Promise<void> {
  const draft = await act<Drafted>(ask, "loyaltyProgrammeDraft", { programmeId }, drafted);
  const { id, revision, config } = draft.version;
  const written = { ...config, earning: { ...config.earning, rules: wares.rules } };
  const { version } = await act<Drafted>(
    ask,
    "loyaltyProgrammeUpdateDraft",
    { id, revision, config: written },
    drafted,
  );
  await act(ask, "loyaltyProgrammeActivate", { id, revision: version.revision });
}

async function tiers(ask: Ask, membership: string, pack: string): Promise<void> {
  const { version } = await act<Drafted>(ask, "loyaltyLadderDraft", {}, drafted);
  const { id, revision, config } = version;
  const named = config.tiers.map((tier) => ({ ...tier, name: wares.tierNames[tier.slug] }));
  const top = named.at(-1)!;
  const better = { ...top, benefits: [...top.benefits, ...wares.benefits] };
  const written = await act<Drafted>(
    ask,
    "loyaltyLadderUpdateDraft",
    { id, revision, config: { ...config, tiers: [...named.slice(0, -1), better] } },
    drafted,
  );
  await act(ask, "loyaltyLadderTry", { id });
  await until(() => triedLadder(ask));
  await act(ask, "loyaltyLadderActivate", { id, revision: written.version.revision });

  const { codeList } = await act<{ codeList: { id: string } }>(
    ask,
    "loyaltyCodeListCreate",
    wares.codeList,
    { fields: "codeList { id }", types: { name: "LoyaltyJSON!" } },
  );
  await act(ask, "loyaltyCodeListUpload", { ...codeList, codes: "KINO-1\nKINO-2\nKINO-3" });
  await act(ask, "loyaltyPlanCreate", { slug: "plus", config: wares.plus(membership) });
  await act(ask, "loyaltyGrowthPackCreate", { slug: "step", config: wares.pack(pack) });
  const gold = globalId("LoyaltyTier", "gold");
  await act(ask, "loyaltyTierInvitationCreate", {
    tierId: gold,
    code: "VIP-2027",
    months: 6,
    uses: 50,
  });
}

async function triedLadder(ask: Ask): Promise<true | undefined> {
  const { loyaltyLadder } = await ask<{
    loyaltyLadder: { versions: { trials: { state: string }[] }[] };
  }>("{ loyaltyLadder { versions(first: 1) { trials(first: 1) { state } } } }");
  return loyaltyLadder.versions[0]?.trials[0]?.state === "DONE" || undefined;
}

async function rewards(ask: Ask, [variant]: string[]): Promise<void> {
  const types = { name: "LoyaltyJSON!" };
  for (const [position, [slug, name]] of Object.entries(wares.categories).entries())
    await act(ask, "loyaltyRewardCategorySave", { slug, name, position }, { types });
  for (const [slug, { category, stock, config }] of Object.entries(wares.rewards(variant!))) {
    const categoryId = globalId("LoyaltyRewardCategory", category);
    await act(ask, "loyaltyRewardCreate", { slug, categoryId, stock, config, active: true });
  }
}

async function play(ask: Ask, [variant, another]: string[]): Promise<void> {
  for (const [slug, config] of Object.entries(wares.lotteries)) {
    const window = { opensAt: inDays(-1), closesAt: inDays(20) };
    await act(ask, "loyaltyLotteryCreate", { slug, config, ...window });
    await act(ask, "loyaltyLotteryOpen", { id: globalId("LoyaltyLottery", slug) });
  }
  const offer = { slug: "for-two", active: true, config: wares.groupOffer(variant!) };
  await act(ask, "loyaltyGroupOfferSave", offer);
  const sale = { slug: "happy-hour", active: true, config: wares.flashSale(variant!, another!) };
  await act(ask, "loyaltyFlashSaleSave", { ...sale, startsAt: inDays(-1), endsAt: inDays(2) });
}

async function engagement(ask: Ask): Promise<void> {
  const { loyaltyShop } = await ask<{ loyaltyShop: { channels: { slug: string }[] } }>(
    "{ loyaltyShop { channels { slug } } }",
  );
  const channel = loyaltyShop.channels[0]!.slug;
  for (const [subject, config] of Object.entries(wares.engagements(channel)))
    await act(ask, "loyaltyEngagementSave", { subject, config, enabled: true });
  for (const [position, [slug, config]] of Object.entries(wares.tasks(channel)).entries()) {
    const types = { position: "LoyaltyInteger!" };
    await act(ask, "loyaltyTaskCreate", { slug, position, config }, { types });
    await act(ask, "loyaltyTaskActivate", { id: globalId("LoyaltyTask", slug) });
  }
}

interface Member {
  id: string;
  email: string;
}

async function membersHave(ask: Ask): Promise<void> {
  const { loyaltyMembers } = await ask<{ loyaltyMembers: List<Member> }>(
    "{ loyaltyMembers(first: 6, sort: POINTS) { edges { node { id email } } } }",
  );
  const members = nodes(loyaltyMembers);
  for (const [place, { id }] of members.entries()) {
    const birthday = `19${80 + place}${inDays(1 + 2 * place).slice(4, 10)}`;
    await act(ask, "loyaltyMemberUpdate", { id, input: { birthday } });
  }
  for (const { id } of members.slice(0, 3)) {
    const planId = globalId("LoyaltyPlan", "plus");
    const given = { memberId: id, sourceKey: `world-${id}` };
    await act(ask, "loyaltyMembershipGive", {
      ...given,
      planId,
      months: 12,
      reason: "A thank you",
    });
    const service = { kind: "SERVICE", slug: "plus.listening", quantity: 1, note: "With a friend" };
    await act(ask, "loyaltyBenefitUseUp", { ...given, ...service });
  }
  for (const { id } of members.slice(0, 2)) {
    const tierId = globalId("LoyaltyTier", "gold");
    await act(ask, "loyaltyMemberSetTier", {
      memberId: id,
      tierId,
      reason: "A friend of the house",
    });
  }
  const content = wares.visits(
    members.map(({ email }) => email),
    today(),
  );
  await act(ask, "loyaltyEventBatchCheck", { name: "visits.csv", content });
}

async function shopperActs({ ask, buy }: World, variants: string[]): Promise<void> {
  const as = { as: "shopper" } as const;
  const joined = await act<{ member: { id: string } }>(
    ask,
    "loyaltyMemberJoin",
    {},
    {
      ...as,
      fields: "member { id }",
    },
  );
  const memberId = joined.member.id;
  if (buy) await isBrought(ask);
  const gift = { points: 3000, reason: "To begin with", sourceKey: "world-gift" };
  await act(ask, "loyaltyPointsAdjust", { memberId, ...gift });
  const planId = globalId("LoyaltyPlan", "plus");
  const thanks = { months: 12, reason: "A thank you", sourceKey: "world-plan" };
  await act(ask, "loyaltyMembershipGive", { memberId, planId, ...thanks });
  await act(ask, "loyaltyBenefitClaim", { slug: "plus.cinema" }, as);
  await act(ask, "loyaltyLeaderboardAgree", { name: "Ada" }, as);
  await act(ask, "loyaltyCheckIn", {}, as);
  await redeems(ask);
  for (const slug of Object.keys(wares.lotteries)) {
    const lotteryId = globalId("LoyaltyLottery", slug);
    await act(
      ask,
      "loyaltyLotteryTicketsBuy",
      { lotteryId, count: 3, sourceKey: `world-${slug}` },
      as,
    );
  }
  const offerId = globalId("LoyaltyGroupOffer", "for-two");
  await act(ask, "loyaltyGroupOpen", { offerId, sourceKey: "world-group" }, as);
  await shares(ask);
  if (!buy) return;
  for (const variant of variants.slice(0, 3)) await buy(variant);
  await reviews(ask);
}

/** A customer of old has brought the shopper, who has bought nothing yet. */
async function isBrought(ask: Ask): Promise<void> {
  const { code } = await act<{ code: string }>(
    ask,
    "loyaltyReferralCodeMake",
    {},
    {
      as: "customer",
      fields: "code",
    },
  );
  await act(ask, "loyaltyReferralJoin", { code, how: "LINK" }, { as: "shopper" });
}

async function redeems(ask: Ask): Promise<void> {
  const prices = { "five-off": 400, "free-shipping": 250, "listening-evening": 900 };
  for (const [slug, points] of Object.entries(prices)) {
    const rewardId = globalId("LoyaltyReward", slug);
    const wish = { rewardId, points, sourceKey: `world-${slug}` };
    await act(ask, "loyaltyRewardRedeem", wish, { as: "shopper" });
  }
}

async function shares(ask: Ask): Promise<void> {
  const { link } = await act<{ link: { code: string } }>(
    ask,
    "loyaltyShareLink",
    { page: "/products/copper-sky" },
    { as: "shopper", fields: "link { code }" },
  );
  for (const visitor of ["first", "second", "third"])
    await act(ask, "loyaltyShareVisit", {
      code: link.code,
      visitor: `a-visitor-of-the-world-${visitor}`,
      userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
    });
}

async function reviews(ask: Ask): Promise<void> {
  const lines = await until(async () => {
    const { loyaltyReviewableLines: open } = await ask<{
      loyaltyReviewableLines: { orderId: string; lineId: string }[];
    }>("{ loyaltyReviewableLines(first: 10) { orderId lineId } }", {}, "shopper");
    return open.length >= wares.reviews.length ? open : undefined;
  });
  for (const [place, input] of wares.reviews.entries())
    await act(
      ask,
      "loyaltyReviewCreate",
      { ...lines[place]!, input },
      { as: "shopper", types: { input: "LoyaltyReviewInput!" } },
    );
}

async function staffAnswer(ask: Ask): Promise<void> {
  const { loyaltyReviews } = await ask<{
    loyaltyReviews: List<{ id: string; revision: string; rating: number }>;
  }>("{ loyaltyReviews(first: 10) { edges { node { id revision rating } } } }");
  for (const { id, revision } of nodes(loyaltyReviews).filter(({ rating }) => rating === 5)) {
    await act(ask, "loyaltyReviewApprove", { id, revision });
    await act(ask, "loyaltyReviewAnswer", {
      id,
      text: "Thank you! The new pressing comes in May.",
    });
  }
  const drawn = { id: globalId("LoyaltyLottery", "spring") };
  await act(ask, "loyaltyLotteryClose", drawn);
  await act(ask, "loyaltyLotteryDraw", drawn);
}
