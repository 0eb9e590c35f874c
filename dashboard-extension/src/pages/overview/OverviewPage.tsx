import { useMemo } from "react";
import { useSearchParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyOverviewDocument } from "@/graphql/overview";
import { Callout } from "@/kit/Card";
import { ListPage } from "@/kit/Page";
import { Loaded, NoAccess } from "@/kit/states";
import { todayIn } from "@/shared/figures/today";

import { FigureCards } from "./FigureCards";
import { Figures } from "./Figures";
import { askedOf } from "./range";
import { RangeRow } from "./RangeRow";
import { StartCall } from "./StartCall";
import { useText } from "./text";
import { ToDo } from "./ToDo";

import "./overview.css";

export function Component() {
  const text = useText();
  const { shop, may } = useViewer();
  const title = text("title");
  if (!may("MANAGE_POINTS"))
    return (
      <ListPage title={title}>
        {!shop.hasProgramme && <StartCall />}
        <NoAccess />
      </ListPage>
    );
  return (
    <ListPage title={title}>
      {!shop.hasProgramme && <StartCall />}
      <Standing />
    </ListPage>
  );
}

function Standing() {
  const text = useText();
  const { shop } = useViewer();
  const [params] = useSearchParams();
  const today = useMemo(() => todayIn(shop.timeZone, new Date()), [shop.timeZone]);
  const asked = askedOf(params, today);
  const { since, until, by, channel, currency } = asked;
  const wrong = since > until;
  const [answer, again] = useQuery({
    query: LoyaltyOverviewDocument,
    variables: { since, until, by, channel, currency },
    pause: wrong,
  });
  return (
    <>
      <RangeRow asked={asked} today={today} />
      {wrong ? (
        <div className="page-content">
          <Callout mood="warning" title={text("wrongDays")} />
        </div>
      ) : (
        <Loaded answer={answer} retry={again}>
          {({ loyaltyOverview: overview }) =>
            overview && (
              <div className="page-content overview" aria-busy={answer.fetching}>
                <FigureCards overview={overview} />
                <ToDo />
                <Figures overview={overview} asked={asked} />
              </div>
            )
          }
        </Loaded>
      )}
    </>
  );
}
