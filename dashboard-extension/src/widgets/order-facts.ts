import type { LoyaltyOrderQuery } from "@/graphql/order";
import { useFormat } from "@/kit/format";

import { useText } from "./text";

export type Order = NonNullable<LoyaltyOrderQuery["loyaltyOrder"]>;

export interface OrderFact {
  label: string;
  value: string;
  note?: string;
}

/** What an order earned, spent and brought, a line each; empty where it did nothing. */
export function useOrderFacts(): (order: Order) => OrderFact[] {
  const text = useText();
  const format = useFormat();
  const joined = (parts: (string | false | null | undefined)[]) =>
    parts.filter(Boolean).join(" · ") || undefined;

  const earned = (order: Order): OrderFact[] =>
    order.awards.map((award) => ({
      label: text(award.unit === "GROWTH" ? "earnedGrowth" : "earned"),
      value: format.change(award.points),
      note: joined([
        award.takenBack > 0 && text("takenBack", { points: format.number(award.takenBack) }),
        award.pending &&
          (award.maturesAt
            ? text("pendingUntil", { when: format.date(award.maturesAt) })
            : text("pendingLater")),
        award.expiresAt && text("expiresOn", { when: format.date(award.expiresAt) }),
      ]),
    }));

  const spent = (order: Order): OrderFact[] =>
    order.spent.map((one) => ({
      label: text("spent"),
      value: format.number(one.points),
      note: joined([
        text(`spent${one.state}`),
        text("spentWorth", { money: one.amount.text }),
        one.pointsBack > 0 && text("spentBack", { points: format.number(one.pointsBack) }),
      ]),
    }));

  const brought = (order: Order): OrderFact[] => [
    ...order.saved.map(({ holder, saved }) => ({
      label: text("saved", {
        holder: text(holder.startsWith("plan:") ? "savedPlan" : "savedTier"),
      }),
      value: saved.text,
    })),
    ...order.redemptions.map((one) => ({
      label: text("redeemed"),
      value: one.name,
      note: text("points", { points: one.points }),
    })),
    ...order.groups.map((group) => ({
      label: text("group", { code: group.code }),
      value: text("groupTaken", { taken: group.taken, size: group.size }),
    })),
    ...order.flash.map((flash) => ({
      label: text("flash"),
      value: text("pieces", { quantity: flash.quantity }),
    })),
  ];

  return (order) => {
    const would = order.preview?.points;
    return [
      ...earned(order),
      ...(would ? [{ label: text("wouldEarn"), value: format.change(would.points) }] : []),
      ...spent(order),
      ...brought(order),
    ];
  };
}
