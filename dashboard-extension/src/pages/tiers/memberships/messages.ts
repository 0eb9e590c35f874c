import { defineMessages } from "react-intl";

export default defineMessages({
  plans: { id: "memberships.plans", defaultMessage: "All memberships" },
  createPlan: { id: "memberships.create-plan", defaultMessage: "Create membership" },
  noPlans: {
    id: "memberships.no-plans",
    defaultMessage:
      "There are no memberships. One is sold as a product of your shop and gives benefits for some time.",
  },
  packs: { id: "memberships.packs", defaultMessage: "All growth packs" },
  createPack: { id: "memberships.create-pack", defaultMessage: "Create growth pack" },
  noPacks: {
    id: "memberships.no-packs",
    defaultMessage:
      "There are no growth packs. One is sold as a product of your shop and brings its buyer nearer to the next tier.",
  },
  nothingFits: { id: "memberships.nothing-fits", defaultMessage: "Nothing fits the filters." },
  search: { id: "memberships.search", defaultMessage: "Search name…" },
  name: { id: "memberships.name", defaultMessage: "Name" },
  status: { id: "memberships.status", defaultMessage: "Status" },
  onSale: { id: "memberships.on-sale", defaultMessage: "On sale" },
  offSale: { id: "memberships.off-sale", defaultMessage: "Off sale" },
  lasts: { id: "memberships.lasts", defaultMessage: "Lasts" },
  products: { id: "memberships.products", defaultMessage: "Products" },
  benefits: { id: "memberships.benefits", defaultMessage: "Benefits" },
  growth: { id: "memberships.growth", defaultMessage: "Growth" },
  bonus: { id: "memberships.bonus", defaultMessage: "Bonus points" },
  months: {
    id: "memberships.months",
    defaultMessage: "{number, plural, one {# month} other {# months}}",
  },
  days: { id: "memberships.days", defaultMessage: "{number, plural, one {# day} other {# days}}" },
  lifetime: { id: "memberships.lifetime", defaultMessage: "For good" },
  saved: { id: "memberships.saved", defaultMessage: "Saved" },
  created: { id: "memberships.created", defaultMessage: "Created; it is on sale" },
  texts: { id: "memberships.texts", defaultMessage: "Name and description" },
  sale: { id: "memberships.sale", defaultMessage: "What sells it" },
  planSaleIntro: {
    id: "memberships.plan-sale-intro",
    defaultMessage:
      "The products of your shop that bring it, and how long one piece lasts. Prices, taxes and payment are the products’ own. A product belongs to one membership.",
  },
  packSaleIntro: {
    id: "memberships.pack-sale-intro",
    defaultMessage: "The products of your shop that bring it. Their prices are their own.",
  },
  gives: { id: "memberships.gives", defaultMessage: "What it gives" },
  benefitsIntro: {
    id: "memberships.benefits-intro",
    defaultMessage:
      "Beside the benefits of the member’s tier. Where both give the same, the better one counts.",
  },
  limit: { id: "memberships.limit", defaultMessage: "Limit" },
  terms: { id: "memberships.terms", defaultMessage: "Trial, refunds and reminders" },
  saleCard: { id: "memberships.sale-card", defaultMessage: "Sale" },
  short: { id: "memberships.short", defaultMessage: "Short name" },
  newIntro: {
    id: "memberships.new-intro",
    defaultMessage: "It is on sale as soon as it is created and its products can be bought.",
  },
  takeOff: { id: "memberships.take-off", defaultMessage: "Take off sale" },
  putOn: { id: "memberships.put-on", defaultMessage: "Put on sale" },
  taken: { id: "memberships.taken", defaultMessage: "It is off sale" },
  putBack: { id: "memberships.put-back", defaultMessage: "It is on sale" },
  stopPlanTitle: { id: "memberships.stop-plan-title", defaultMessage: "Take {name} off sale?" },
  stopPlanText: {
    id: "memberships.stop-plan-text",
    defaultMessage:
      "Nobody can buy it any more. Who has it keeps it to its end, and an order placed before that is paid later still counts. The products stay in your shop: take them off there as well.",
  },
  resumeTitle: { id: "memberships.resume-title", defaultMessage: "Put {name} on sale?" },
  resumePlanText: {
    id: "memberships.resume-plan-text",
    defaultMessage: "Whoever buys one of its products from now on has the membership.",
  },
  stopPackText: {
    id: "memberships.stop-pack-text",
    defaultMessage:
      "Its products bring no growth any more. What was bought before stays with its buyers. The products stay in your shop: take them off there as well.",
  },
  resumePackText: {
    id: "memberships.resume-pack-text",
    defaultMessage: "Whoever buys one of its products from now on has its growth and bonus points.",
  },
  changeIntro: {
    id: "memberships.change-intro",
    defaultMessage:
      "Changed texts and benefits hold for everybody who has it, changed terms for what is bought from now on.",
  },
});
