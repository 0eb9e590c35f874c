import { Skeleton } from "@saleor/macaw-ui";
import { lazy, Suspense } from "react";

import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty } from "@/kit/states";

import type { Overview } from "./FigureCards";
import { FigureTable } from "./FigureTable";
import { MEASURES } from "./measures";
import type { Asked } from "./range";
import { useText } from "./text";
import { TierBars } from "./TierBars";

// The library that draws is larger than everything else on the page: it comes when it is needed.
const Chart = lazy(() => import("./Chart"));

interface FiguresProps {
  overview: Overview;
  asked: Asked;
}

export function Figures({ overview, asked }: FiguresProps) {
  const text = useText();
  const format = useFormat();
  const { chart } = overview;
  const any = chart.some((span) => MEASURES.some(({ name }) => span[name] !== 0));
  const days = { from: format.day(asked.since), until: format.day(asked.until) };
  return (
    <div className="overview-columns">
      <Card title={text("inTime")} intro={text("inTimeIntro", days)}>
        {any ? (
          <Suspense fallback={<Skeleton __height="280px" />}>
            <Chart spans={chart} by={asked.by} />
          </Suspense>
        ) : (
          <Empty>{text("nothing")}</Empty>
        )}
        <FigureTable spans={chart} by={asked.by} />
      </Card>
      <Card title={text("tiers")}>
        <TierBars tiers={overview.tiers} />
      </Card>
    </div>
  );
}
