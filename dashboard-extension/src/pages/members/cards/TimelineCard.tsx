import { Button } from "@saleor/macaw-ui";
import { useState } from "react";

import {
  LoyaltyMemberTimelineDocument,
  type LoyaltyMemberTimelineQuery,
} from "@/graphql/member_timeline";
import { useActors } from "@/kit/actors";
import { Card, Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty, Loaded } from "@/kit/states";

import { useFreshQuery } from "../fresh";
import { useText } from "../text";

type Member = NonNullable<LoyaltyMemberTimelineQuery["loyaltyMember"]>;
type Moment = NonNullable<Member["timeline"]>["edges"][number]["node"];

const STEP = 10;
const MOST = 100;

/** Everything about a member in one order of time, newest first. */
export function TimelineCard({ id }: { id: string }) {
  const text = useText();
  const [first, setFirst] = useState(STEP);
  const [answer, again] = useFreshQuery({
    query: LoyaltyMemberTimelineDocument,
    variables: { id, first },
  });
  const page = answer.data?.loyaltyMember?.timeline;
  const moments = page?.edges.map(({ node }) => node) ?? [];
  const nameOf = useActors(moments.map(({ actor }) => actor));
  return (
    <Card title={text("timeline")}>
      <Loaded answer={answer} retry={again}>
        {() =>
          moments.length === 0 ? (
            <Empty>{text("noMoments")}</Empty>
          ) : (
            <ol className="timeline">
              {moments.map((moment) => (
                <MomentRow key={moment.id} moment={moment} nameOf={nameOf} />
              ))}
            </ol>
          )
        }
      </Loaded>
      {page?.pageInfo.hasNextPage && first < MOST && (
        <div>
          <Button
            variant="secondary"
            size="small"
            disabled={answer.fetching}
            onClick={() => setFirst(Math.min(first + STEP, MOST))}
          >
            {text("showOlder")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function MomentRow({ moment, nameOf }: { moment: Moment; nameOf: (actor: string) => string }) {
  const text = useText();
  const format = useFormat();
  const facts = [
    format.moment(moment.at),
    moment.note,
    moment.actor && text("byActor", { name: nameOf(moment.actor) }),
  ].filter(Boolean);
  return (
    <li>
      <span>
        {moment.text}
        {moment.change ? ` ${format.change(moment.change)}` : ""}{" "}
        <Pill>{text(`moment${moment.kind}`)}</Pill>
      </span>
      <span className="grey">{facts.join(" · ")}</span>
    </li>
  );
}
