import { CircleUser, Coins, Gift, Hourglass, Percent, Wallet } from "lucide-react";

import type { LoyaltyOverviewQuery } from "@/graphql/overview";
import { Kpi } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useWorth } from "@/shared/figures/worth";

import { useText } from "./text";

export type Overview = NonNullable<LoyaltyOverviewQuery["loyaltyOverview"]>;

/** The figures of the days asked for, and how the programme stands now. */
export function FigureCards({ overview }: { overview: Overview }) {
  const text = useText();
  const format = useFormat();
  const worth = useWorth();
  const { total, outstanding, redemptionRate } = overview;
  const parts = text("outstandingNote", {
    available: format.number(outstanding.available),
    pending: format.number(outstanding.pending),
    held: format.number(outstanding.held),
  });
  return (
    <div className="kpis">
      <Kpi
        title={text("members")}
        icon={<CircleUser size={16} aria-hidden />}
        value={format.number(overview.members)}
        note={text("joined", { members: overview.membersJoined })}
      />
      <Kpi
        title={text("issued")}
        icon={<Coins size={16} aria-hidden />}
        value={format.number(total.issued)}
        note={worth(total.issued, total.issuedWorth)}
      />
      <Kpi
        title={text("spent")}
        icon={<Gift size={16} aria-hidden />}
        value={format.number(total.spent)}
        note={worth(total.spent, total.spentWorth)}
      />
      <Kpi
        title={text("expired")}
        icon={<Hourglass size={16} aria-hidden />}
        value={format.number(total.expired)}
        note={worth(total.expired, total.expiredWorth)}
      />
      <Kpi
        title={text("outstanding")}
        icon={<Wallet size={16} aria-hidden />}
        value={format.number(outstanding.points)}
        note={
          <>
            {worth(outstanding.points, outstanding.worth)}
            <br />
            {parts}
            {outstanding.debt > 0 &&
              ` · ${text("owed", { points: format.number(outstanding.debt) })}`}
          </>
        }
      />
      <Kpi
        title={text("redemptionRate")}
        icon={<Percent size={16} aria-hidden />}
        value={redemptionRate === null ? "—" : format.percent(redemptionRate)}
        note={text(redemptionRate === null ? "noRate" : "rateNote")}
      />
    </div>
  );
}
