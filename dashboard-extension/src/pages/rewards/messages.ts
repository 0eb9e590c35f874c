import { defineMessages } from "react-intl";

export default defineMessages({
  on: { id: "rewards.on", defaultMessage: "On" },
  off: { id: "rewards.off", defaultMessage: "Off" },
  planned: { id: "rewards.planned", defaultMessage: "Planned" },
  over: { id: "rewards.over", defaultMessage: "Over" },
  status: { id: "rewards.status", defaultMessage: "Status" },
  starts: { id: "rewards.starts", defaultMessage: "Starts" },
  ends: { id: "rewards.ends", defaultMessage: "Ends" },
  searchName: { id: "rewards.search-name", defaultMessage: "Search by name…" },
  reward: { id: "rewards.reward", defaultMessage: "Reward" },
  anyReward: { id: "rewards.any-reward", defaultMessage: "Any reward" },
  offer: { id: "rewards.offer", defaultMessage: "Offer" },
  anyOffer: { id: "rewards.any-offer", defaultMessage: "Any offer" },
  member: { id: "rewards.member", defaultMessage: "Member" },
  details: { id: "rewards.details", defaultMessage: "Details" },
  schedule: { id: "rewards.schedule", defaultMessage: "Schedule" },
  any: { id: "rewards.any", defaultMessage: "Any number" },
  needed: { id: "rewards.needed", defaultMessage: "This is needed." },
  endsEarly: { id: "rewards.ends-early", defaultMessage: "The end must be after the start." },
  notNegative: { id: "rewards.not-negative", defaultMessage: "Zero or more, please." },
  loadNewest: { id: "rewards.load-newest", defaultMessage: "Discard mine and load the newest" },
  coupon: { id: "rewards.coupon", defaultMessage: "Coupon" },
  freeShipping: { id: "rewards.free-shipping", defaultMessage: "Free shipping" },
  giftCard: { id: "rewards.gift-card", defaultMessage: "Gift card" },
  lotteryTicket: { id: "rewards.lottery-ticket", defaultMessage: "Lottery ticket" },
  partnerCode: { id: "rewards.partner-code", defaultMessage: "Partner’s code" },
  product: { id: "rewards.product", defaultMessage: "Product" },
  service: { id: "rewards.service", defaultMessage: "Service" },
  tierUpgrade: { id: "rewards.tier-upgrade", defaultMessage: "Tier upgrade" },
  couponWhat: {
    id: "rewards.coupon-what",
    defaultMessage: "A code that takes an amount or a percentage off one order.",
  },
  freeShippingWhat: {
    id: "rewards.free-shipping-what",
    defaultMessage: "A code for an order that is sent at no cost.",
  },
  giftCardWhat: {
    id: "rewards.gift-card-what",
    defaultMessage: "A gift card of your shop, made when it is redeemed.",
  },
  lotteryTicketWhat: {
    id: "rewards.lottery-ticket-what",
    defaultMessage: "Tickets of one of your lotteries.",
  },
  partnerCodeWhat: {
    id: "rewards.partner-code-what",
    defaultMessage: "The next code of a list that a partner gave you.",
  },
  productWhat: {
    id: "rewards.product-what",
    defaultMessage: "A product for points, or for points and money, put into the checkout.",
  },
  serviceWhat: {
    id: "rewards.service-what",
    defaultMessage: "Something people do, send or hand over; the member shows a code.",
  },
  tierUpgradeWhat: {
    id: "rewards.tier-upgrade-what",
    defaultMessage: "A higher tier, for some months or for good.",
  },
});
