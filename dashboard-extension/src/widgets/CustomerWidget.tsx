import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import {
  LoyaltyMemberOfCustomerDocument,
  type LoyaltyMemberOfCustomerQuery,
} from "@/graphql/member_of_customer";
import { Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty, Loaded } from "@/kit/states";
import { AdjustFields, useAdjusting, type Adjustable } from "@/shared/member/AdjustForm";
import { Progress } from "@/shared/member/Progress";

import { useOpen } from "./open";
import { useText } from "./text";
import { Widget } from "./Widget";

type Member = NonNullable<LoyaltyMemberOfCustomerQuery["loyaltyMember"]>;

/** Beside a customer: what they have as a member. */
export function Component() {
  const text = useText();
  const [params] = useSearchParams();
  const userId = params.get("customerId") ?? "";
  const [answer, again] = useQuery({
    query: LoyaltyMemberOfCustomerDocument,
    variables: { userId },
    pause: !userId,
  });
  if (!userId)
    return (
      <Widget>
        <Empty>{text("noCustomer")}</Empty>
      </Widget>
    );
  return (
    <Widget>
      <Loaded answer={answer} retry={again}>
        {({ loyaltyMember }) =>
          loyaltyMember?.id ? (
            <MemberFacts member={{ ...loyaltyMember, id: loyaltyMember.id }} changed={again} />
          ) : (
            <Empty>
              {text("notMember")}
              <br />
              {text("notMemberHint")}
            </Empty>
          )
        }
      </Loaded>
    </Widget>
  );
}

interface MemberFactsProps {
  member: Member & { id: string };
  changed: () => void;
}

function MemberFacts({ member, changed }: MemberFactsProps) {
  const text = useText();
  const format = useFormat();
  const open = useOpen();
  const { may } = useViewer();
  const [adjusting, setAdjusting] = useState(false);
  const { points, tier, tierUntil } = member;
  const more = [
    points.pending > 0 && text("pending", { points: format.number(points.pending) }),
    points.held > 0 && text("held", { points: format.number(points.held) }),
    points.debt > 0 && text("debt", { points: format.number(points.debt) }),
    points.expiringAt &&
      text("expiring", {
        points: format.number(points.expiringPoints),
        when: format.date(points.expiringAt),
      }),
  ].filter(Boolean);
  return (
    <>
      <div className="widget-line">
        <span className="widget-value">{text("points", { points: points.available })}</span>
        {tier && <Pill mood="info">{tier.name}</Pill>}
      </div>
      {more.length > 0 && <p className="grey">{more.join(" · ")}</p>}
      {tier && tierUntil && (
        <p className="grey">
          {tier.name} {text("tierUntil", { when: format.date(tierUntil) })}
        </p>
      )}
      <Progress progress={member.progress} />
      {adjusting ? (
        <QuickAdjust
          member={member}
          done={() => {
            setAdjusting(false);
            changed();
          }}
          cancel={() => setAdjusting(false)}
        />
      ) : (
        <div className="widget-buttons">
          {may("MANAGE_POINTS") && (
            <Button variant="secondary" onClick={() => setAdjusting(true)}>
              {text("adjust")}
            </Button>
          )}
          <Button variant="tertiary" onClick={() => open(`/members/${member.id}`)}>
            {text("openMember")}
          </Button>
        </div>
      )}
    </>
  );
}

interface QuickAdjustProps {
  member: Adjustable;
  done: () => void;
  cancel: () => void;
}

/** In place: a widget cannot open a pop-up in every Dashboard. */
function QuickAdjust({ member, done, cancel }: QuickAdjustProps) {
  const text = useText();
  const adjusting = useAdjusting(member);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void adjusting.submit().then((worked) => worked && done());
      }}
    >
      <AdjustFields member={member} adjusting={adjusting} />
      <div className="widget-buttons">
        <Button
          type="submit"
          variant={adjusting.destructive ? "error" : "primary"}
          disabled={adjusting.busy}
        >
          {adjusting.label}
        </Button>
        <Button variant="secondary" onClick={cancel} disabled={adjusting.busy}>
          {text("cancel")}
        </Button>
      </div>
    </form>
  );
}
