import {
  CircleUser,
  ClipboardList,
  Gift,
  LayoutDashboard,
  type LucideIcon,
  Medal,
  Percent,
  Settings,
  Sparkles,
  Wrench,
} from "lucide-react";
import type { MessageDescriptor } from "react-intl";

import messages from "./messages";

export interface Place {
  to: string;
  label: MessageDescriptor;
}

export interface Section extends Place {
  icon: LucideIcon;
  /** Its lists, shown while the section is open. */
  inner?: Place[];
}

export const sections: Section[] = [
  { to: "/", label: messages.overview, icon: LayoutDashboard },
  { to: "/members", label: messages.members, icon: CircleUser },
  { to: "/programme", label: messages.programme, icon: ClipboardList },
  {
    to: "/rules",
    label: messages.rules,
    icon: Percent,
    inner: [
      { to: "/rules/earning", label: messages.earningRules },
      { to: "/rules/campaigns", label: messages.campaigns },
      { to: "/rules/calendar", label: messages.calendar },
      { to: "/rules/preview", label: messages.preview },
    ],
  },
  {
    to: "/tiers",
    label: messages.tiers,
    icon: Medal,
    inner: [
      { to: "/tiers/ladder", label: messages.ladder },
      { to: "/tiers/plans", label: messages.plans },
      { to: "/tiers/packs", label: messages.packs },
      { to: "/tiers/benefits", label: messages.benefits },
      { to: "/tiers/invitations", label: messages.invitations },
      { to: "/tiers/code-lists", label: messages.codeLists },
    ],
  },
  {
    to: "/rewards",
    label: messages.rewards,
    icon: Gift,
    inner: [
      { to: "/rewards/catalogue", label: messages.catalogue },
      { to: "/rewards/redemptions", label: messages.redemptions },
      { to: "/rewards/lotteries", label: messages.lotteries },
      { to: "/rewards/group-buys", label: messages.groupBuys },
      { to: "/rewards/flash-sales", label: messages.flashSales },
    ],
  },
  {
    to: "/engagement",
    label: messages.engagement,
    icon: Sparkles,
    inner: [
      { to: "/engagement/check-ins", label: messages.checkIns },
      { to: "/engagement/reviews", label: messages.reviews },
      { to: "/engagement/shares", label: messages.shares },
      { to: "/engagement/referrals", label: messages.referrals },
      { to: "/engagement/tasks", label: messages.tasks },
      { to: "/engagement/occasions", label: messages.occasions },
    ],
  },
  {
    to: "/operations",
    label: messages.operations,
    icon: Wrench,
    inner: [
      { to: "/operations/problems", label: messages.problems },
      { to: "/operations/audit", label: messages.audit },
      { to: "/operations/imports", label: messages.imports },
    ],
  },
  { to: "/settings", label: messages.settings, icon: Settings },
];
