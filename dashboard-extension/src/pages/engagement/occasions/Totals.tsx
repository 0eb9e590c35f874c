import { Cake, PartyPopper, ShoppingBag } from "lucide-react";

import type { LoyaltyYearlyOccasion } from "@/graphql/schema";
import { Kpi } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import { totals, type DayAhead } from "./calendar";
import messages from "./messages";

const ICONS: [LoyaltyYearlyOccasion, typeof Cake][] = [
  ["BIRTHDAY", Cake],
  ["JOINED", PartyPopper],
  ["FIRST_PURCHASE", ShoppingBag],
];

export function Totals({ found, days }: { found: DayAhead[]; days: number }) {
  const text = useText(messages);
  const format = useFormat();
  const sums = totals(found);
  return (
    <div className="kpis">
      {ICONS.map(([occasion, Icon]) => (
        <Kpi
          key={occasion}
          icon={<Icon size={16} aria-hidden />}
          title={text(occasion)}
          value={format.number(sums.get(occasion) ?? 0)}
          note={text("inDays", { count: days })}
        />
      ))}
    </div>
  );
}
