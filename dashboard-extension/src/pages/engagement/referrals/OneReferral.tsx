import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { Link } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import type { LoyaltyReferralQuery } from "@/graphql/referral";
import { useActors } from "@/kit/actors";
import { Callout, Card, Facts, type Fact } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { DetailPage } from "@/kit/Page";
import { useText } from "@/kit/use-text";

import { HostLink } from "../HostLink";
import { DecideDialog } from "./DecideDialog";
import { Gifts } from "./Gifts";
import { StatePill } from "./marks";
import messages from "./messages";
import { useBack } from "./ReferralPage";
import { tracesOf } from "./traces";

export type Referral = NonNullable<LoyaltyReferralQuery["loyaltyReferral"]>;

const HOW = { code: "howCode", link: "howLink", checkout: "howCheckout" } as const;
const ENDED = { returned: "endedReturned", self: "endedSelf", twice: "endedTwice" } as const;

export function OneReferral({
  referral,
  onChanged,
}: {
  referral: Referral;
  onChanged: () => void;
}) {
  const text = useText(messages);
  const format = useFormat();
  const back = useBack();
  const { may } = useViewer();
  const nameOf = useActors([referral.actor]);
  const [deciding, setDeciding] = useState<"approve" | "refuse">();
  const traces = tracesOf(referral.signals);
  const { state, reason } = referral;
  const held = state === "HELD";
  const decides = may("MANAGE_POINTS");
  const why = reason && reason in ENDED ? text(ENDED[reason as keyof typeof ENDED]) : reason;
  const member = (id: string, email: string) => (
    <Link className="quiet" to={`/members/${id}`}>
      {email}
    </Link>
  );
  const facts: Fact[] = [
    { label: text("friend"), value: member(referral.friendId, referral.friendEmail) },
    { label: text("referrer"), value: member(referral.referrerId, referral.referrerEmail) },
    { label: text("how"), value: text(HOW[referral.how as keyof typeof HOW] ?? "howCode") },
    { label: text("brought"), value: format.moment(referral.createdAt) },
    ...(referral.orderId
      ? [
          {
            label: text("order"),
            value: (
              <HostLink
                to={`/orders/${encodeURIComponent(orderIdOf(referral.orderId))}`}
                otherwise={referral.orderId}
              >
                {text("openOrder")}
              </HostLink>
            ),
          },
        ]
      : []),
    ...(referral.dueAt ? [{ label: text("due"), value: format.moment(referral.dueAt) }] : []),
    ...(state === "REWARDED"
      ? [{ label: text("counts"), value: text(referral.counted ? "countsYes" : "countsNo") }]
      : []),
  ];
  return (
    <DetailPage
      title={text("broughtBy", { friend: referral.friendEmail })}
      back={back}
      beside={<StatePill state={state} />}
      actions={
        decides && (
          <>
            {state !== "REFUSED" && (
              <Button variant="secondary" onClick={() => setDeciding("refuse")}>
                {text("refuse")}
              </Button>
            )}
            {held && <Button onClick={() => setDeciding("approve")}>{text("approve")}</Button>}
          </>
        )
      }
      aside={
        <Card title={text("about")}>
          <Facts facts={facts} />
        </Card>
      }
    >
      {held && (
        <Callout mood="warning" title={text("waits")}>
          <p>{text(decides ? "waitsText" : "waitsForOthers")}</p>
        </Callout>
      )}
      <Card title={text("against")} intro={traces.length > 0 ? text("againstIntro") : undefined}>
        {traces.length === 0 ? (
          <p className="plain-text">{text("nothingAgainst")}</p>
        ) : (
          <ul className="traces">
            {traces.map((trace) => (
              <li key={trace}>{text(trace)}</li>
            ))}
          </ul>
        )}
        {referral.cleared && <p className="plain-text grey">{text("cleared")}</p>}
      </Card>
      {(why || referral.decidedAt) && (
        <Card title={text("decision")}>
          <Facts
            facts={[
              ...(why ? [{ label: text("reason"), value: why }] : []),
              ...(referral.decidedAt
                ? [{ label: text("decidedAt"), value: format.moment(referral.decidedAt) }]
                : []),
              ...(referral.actor
                ? [{ label: text("decidedBy"), value: nameOf(referral.actor) }]
                : []),
            ]}
          />
        </Card>
      )}
      <Gifts referral={referral} />
      {deciding && (
        <DecideDialog
          referral={referral}
          way={deciding}
          onChanged={onChanged}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </DetailPage>
  );
}

/** As Saleor's Dashboard has it in its addresses. */
function orderIdOf(orderId: string): string {
  return btoa(`Order:${orderId}`);
}
