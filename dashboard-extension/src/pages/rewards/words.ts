import {
  ConciergeBell,
  Crown,
  Dices,
  Gift,
  KeyRound,
  type LucideIcon,
  Package,
  TicketPercent,
  Truck,
} from "lucide-react";
import type { MessageDescriptor } from "react-intl";

import type { LoyaltyRewardKind } from "@/graphql/schema";

import messages from "./messages";

interface Kind {
  label: MessageDescriptor;
  /** What it is, for who chooses between them. */
  what: MessageDescriptor;
  icon: LucideIcon;
  /** As a reward's document writes it. */
  written: string;
}

export const kinds: Record<LoyaltyRewardKind, Kind> = {
  COUPON: {
    label: messages.coupon,
    what: messages.couponWhat,
    icon: TicketPercent,
    written: "coupon",
  },
  FREE_SHIPPING: {
    label: messages.freeShipping,
    what: messages.freeShippingWhat,
    icon: Truck,
    written: "free_shipping",
  },
  GIFT_CARD: {
    label: messages.giftCard,
    what: messages.giftCardWhat,
    icon: Gift,
    written: "gift_card",
  },
  PRODUCT: {
    label: messages.product,
    what: messages.productWhat,
    icon: Package,
    written: "product",
  },
  SERVICE: {
    label: messages.service,
    what: messages.serviceWhat,
    icon: ConciergeBell,
    written: "service",
  },
  TIER_UPGRADE: {
    label: messages.tierUpgrade,
    what: messages.tierUpgradeWhat,
    icon: Crown,
    written: "tier_upgrade",
  },
  LOTTERY_TICKET: {
    label: messages.lotteryTicket,
    what: messages.lotteryTicketWhat,
    icon: Dices,
    written: "lottery_ticket",
  },
  PARTNER_CODE: {
    label: messages.partnerCode,
    what: messages.partnerCodeWhat,
    icon: KeyRound,
    written: "partner_code",
  },
};

export const allKinds = Object.keys(kinds) as LoyaltyRewardKind[];

/** The kind that an address names, if it names one. */
export function kindNamed(text: string | null | undefined): LoyaltyRewardKind | undefined {
  return allKinds.find((kind) => kind === text);
}
