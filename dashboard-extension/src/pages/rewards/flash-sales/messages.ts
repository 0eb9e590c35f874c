import { defineMessages } from "react-intl";

export default defineMessages({
  all: { id: "flash-sales.all", defaultMessage: "All flash sales" },
  none: { id: "flash-sales.none", defaultMessage: "No flash sales found" },
  create: { id: "flash-sales.create", defaultMessage: "Create flash sale" },
  saved: { id: "flash-sales.saved", defaultMessage: "Flash sale saved" },
  name: { id: "flash-sales.name", defaultMessage: "Name" },
  runs: { id: "flash-sales.runs", defaultMessage: "Running" },
  otherDay: { id: "flash-sales.other-day", defaultMessage: "Not today" },
  products: { id: "flash-sales.products", defaultMessage: "Products" },
  taken: { id: "flash-sales.taken", defaultMessage: "Taken" },
  takenOf: { id: "flash-sales.taken-of", defaultMessage: "{taken, number} of {quota, number}" },
  left: { id: "flash-sales.left", defaultMessage: "Left" },
  perMember: { id: "flash-sales.per-member", defaultMessage: "Each member" },
  product: { id: "flash-sales.product", defaultMessage: "Product" },
  price: { id: "flash-sales.price", defaultMessage: "Price" },
  pieces: { id: "flash-sales.pieces", defaultMessage: "Pieces" },
  piecesIntro: {
    id: "flash-sales.pieces-intro",
    defaultMessage:
      "Taken are those in checkouts, for the time they are kept, and those that were ordered.",
  },
  active: { id: "flash-sales.active", defaultMessage: "Switched on" },
  activeHint: {
    id: "flash-sales.active-hint",
    defaultMessage:
      "Otherwise nobody gets these prices. Pieces that are kept for a checkout stay kept for their time.",
  },
  scheduleIntro: {
    id: "flash-sales.schedule-intro",
    defaultMessage: "Members get the prices between these moments.",
  },
  items: { id: "flash-sales.items", defaultMessage: "Products and prices" },
  itemsIntro: {
    id: "flash-sales.items-intro",
    defaultMessage:
      "The lowest price counts: of this, the member’s tier and the shop’s own sale. A number of pieces cannot be set below what is taken.",
  },
  days: { id: "flash-sales.days", defaultMessage: "Days and time" },
  gate: { id: "flash-sales.gate", defaultMessage: "Who gets the prices" },
  gateIntro: {
    id: "flash-sales.gate-intro",
    defaultMessage: "Members of any of these; guests never. Nothing named: every member.",
  },
});
