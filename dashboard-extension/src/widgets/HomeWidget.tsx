import { Button } from "@saleor/macaw-ui";
import { useMemo } from "react";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyOverviewDocument, type LoyaltyOverviewQuery } from "@/graphql/overview";
import { Kpi } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty, Loaded, NoAccess } from "@/kit/states";
import { todayIn } from "@/shared/figures/today";
import { useWorth } from "@/shared/figures/worth";

import { useOpen } from "./open";
import { useText } from "./text";
import { Widget } from "./Widget";

type Overview = NonNullable<LoyaltyOverviewQuery["loyaltyOverview"]>;

/** On the Dashboard's home page: the figures of the day. */
export function Component() {
  const text = useText();
  const open = useOpen();
  const { shop, may } = useViewer();
  const today = useMemo(() => todayIn(shop.timeZone, new Date()), [shop.timeZone]);
  const mine = may("MANAGE_POINTS");
  const [answer, again] = useQuery({
    query: LoyaltyOverviewDocument,
    variables: { since: today, until: today, by: "DAY" },
    pause: !mine || !shop.hasProgramme,
  });
  if (!mine)
    return (
      <Widget>
        <NoAccess />
      </Widget>
    );
  if (!shop.hasProgramme)
    return (
      <Widget>
        <Empty>{text("setUp")}</Empty>
        <div className="widget-buttons">
          <Button variant="secondary" onClick={() => open("/start")}>
            {text("begin")}
          </Button>
        </div>
      </Widget>
    );
  return (
    <Widget>
      <Loaded answer={answer} retry={again}>
        {({ loyaltyOverview }) => loyaltyOverview && <OfToday overview={loyaltyOverview} />}
      </Loaded>
      <div className="widget-buttons">
        <Button variant="secondary" onClick={() => open("/")}>
          {text("openOverview")}
        </Button>
      </div>
    </Widget>
  );
}

function OfToday({ overview }: { overview: Overview }) {
  const text = useText();
  const format = useFormat();
  const worth = useWorth();
  const { total, outstanding } = overview;
  return (
    <div className="kpis">
      <Kpi
        title={text("members")}
        value={format.number(overview.members)}
        note={text("joinedToday", { members: format.change(overview.membersJoined) })}
      />
      <Kpi
        title={text("issuedToday")}
        value={format.number(total.issued)}
        note={total.issued > 0 && worth(total.issued, total.issuedWorth)}
      />
      <Kpi
        title={text("spentToday")}
        value={format.number(total.spent)}
        note={total.spent > 0 && worth(total.spent, total.spentWorth)}
      />
      <Kpi
        title={text("outstanding")}
        value={format.number(outstanding.points)}
        note={outstanding.points > 0 && worth(outstanding.points, outstanding.worth)}
      />
    </div>
  );
}
