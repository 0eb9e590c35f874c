import { defineMessages } from "react-intl";

export default defineMessages({
  all: { id: "catalogue.all", defaultMessage: "All rewards" },
  none: { id: "catalogue.none", defaultMessage: "No rewards found" },
  create: { id: "catalogue.create", defaultMessage: "Create reward" },
  createKind: { id: "catalogue.create-kind", defaultMessage: "Create reward: {kind}" },
  chooseKind: { id: "catalogue.choose-kind", defaultMessage: "What do members get?" },
  chooseKindWhy: {
    id: "catalogue.choose-kind-why",
    defaultMessage: "The kind of a reward never changes, so choose it first.",
  },
  name: { id: "catalogue.name", defaultMessage: "Name" },
  kind: { id: "catalogue.kind", defaultMessage: "Kind" },
  category: { id: "catalogue.category", defaultMessage: "Category" },
  noCategory: { id: "catalogue.no-category", defaultMessage: "No category" },
  price: { id: "catalogue.price", defaultMessage: "Price" },
  stock: { id: "catalogue.stock", defaultMessage: "Left" },
  leftOf: { id: "catalogue.left-of", defaultMessage: "{left, number} of {stock, number}" },
  position: { id: "catalogue.position", defaultMessage: "Position" },
  positionHint: {
    id: "catalogue.position-hint",
    defaultMessage: "The smallest stands first.",
  },
  show: { id: "catalogue.show", defaultMessage: "Switch on" },
  hide: { id: "catalogue.hide", defaultMessage: "Switch off" },
  giftOnly: { id: "catalogue.gift-only", defaultMessage: "given only" },
  showTitle: { id: "catalogue.show-title", defaultMessage: "Switch on “{name}”?" },
  showText: {
    id: "catalogue.show-text",
    defaultMessage: "Within its dates members see it and can redeem it, from now on.",
  },
  hideTitle: { id: "catalogue.hide-title", defaultMessage: "Switch off “{name}”?" },
  hideText: {
    id: "catalogue.hide-text",
    defaultMessage:
      "Members no longer see it and cannot redeem it. Whoever has redeemed it keeps what they have.",
  },
  shown: { id: "catalogue.shown", defaultMessage: "Switched on" },
  hidden: { id: "catalogue.hidden", defaultMessage: "Switched off" },
  categories: { id: "catalogue.categories", defaultMessage: "Categories" },
  allCategories: { id: "catalogue.all-categories", defaultMessage: "Categories of rewards" },
  noCategories: {
    id: "catalogue.no-categories",
    defaultMessage: "No categories yet. Rewards need none, but shoppers find them more easily.",
  },
  addCategory: { id: "catalogue.add-category", defaultMessage: "Add category" },
  editCategory: { id: "catalogue.edit-category", defaultMessage: "Edit category" },
  categorySaved: { id: "catalogue.category-saved", defaultMessage: "Category saved" },
  deleteCategory: { id: "catalogue.delete-category", defaultMessage: "Delete category" },
  deleteCategoryTitle: {
    id: "catalogue.delete-category-title",
    defaultMessage: "Delete the category “{name}”?",
  },
  deleteCategoryText: {
    id: "catalogue.delete-category-text",
    defaultMessage: "Its rewards stay, without a category. This cannot be undone.",
  },
  categoryDeleted: { id: "catalogue.category-deleted", defaultMessage: "Category deleted" },
  nameNeeded: { id: "catalogue.name-needed", defaultMessage: "A name in one language is needed." },
  pictures: { id: "catalogue.pictures", defaultMessage: "Pictures" },
  picturesIntro: {
    id: "catalogue.pictures-intro",
    defaultMessage: "By their https address. The first one stands in lists.",
  },
  gives: { id: "catalogue.gives", defaultMessage: "What members get" },
  pricing: { id: "catalogue.pricing", defaultMessage: "Price in points" },
  pricingIntro: {
    id: "catalogue.pricing-intro",
    defaultMessage:
      "For one piece. Members of a tier that is named pay its price; of the dated prices the first that holds counts instead.",
  },
  limits: { id: "catalogue.limits", defaultMessage: "Limits" },
  limitsIntro: {
    id: "catalogue.limits-intro",
    defaultMessage: "How many pieces may be redeemed. What was cancelled does not count.",
  },
  gate: { id: "catalogue.gate", defaultMessage: "Who may redeem it" },
  gateIntro: {
    id: "catalogue.gate-intro",
    defaultMessage: "Members of any of these. Nothing named: everybody.",
  },
  rules: { id: "catalogue.rules", defaultMessage: "Giving back" },
  placing: { id: "catalogue.placing", defaultMessage: "In the catalogue" },
  inStock: { id: "catalogue.in-stock", defaultMessage: "Stock" },
  stockHint: {
    id: "catalogue.stock-hint",
    defaultMessage:
      "In all. Empty: any number. {taken, plural, =0 {None is} one {# is} other {# are}} taken.",
  },
  stockLow: {
    id: "catalogue.stock-low",
    defaultMessage: "More than this are taken already.",
  },
  scheduleIntro: {
    id: "catalogue.schedule-intro",
    defaultMessage: "Members see it between these moments. Empty: no limit.",
  },
  offered: { id: "catalogue.offered", defaultMessage: "Switch it on at once" },
  offeredHint: {
    id: "catalogue.offered-hint",
    defaultMessage: "Otherwise it stays off until you switch it on.",
  },
  created: { id: "catalogue.created", defaultMessage: "Reward created" },
  saved: { id: "catalogue.saved", defaultMessage: "Reward saved" },
  keepPromise: {
    id: "catalogue.keep-promise",
    defaultMessage: "What members have redeemed already keeps what it was promised.",
  },
  redemptions: { id: "catalogue.redemptions", defaultMessage: "Its redemptions" },
});
