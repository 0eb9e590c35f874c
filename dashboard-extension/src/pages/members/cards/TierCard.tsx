import { Button } from "@saleor/macaw-ui";
import { useState } from "react";

import { useViewer } from "@/app/viewer";
import {
  LoyaltyMemberStandingDocument,
  type LoyaltyMemberStandingQuery,
} from "@/graphql/member_standing";
import { LoyaltyTierGrantEndDocument } from "@/graphql/tier_grant_end";
import { Card, Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Loaded } from "@/kit/states";
import { Progress } from "@/shared/member/Progress";

import { ReasonDialog } from "../dialogs/ReasonDialog";
import { TierDialog } from "../dialogs/TierDialog";
import { useFreshQuery } from "../fresh";
import { useText } from "../text";

type Standing = NonNullable<LoyaltyMemberStandingQuery["loyaltyMember"]>;
type Grant = Standing["tierGrants"][number];

/** Where a member stands, what leads on, and what staff gave. */
export function TierCard({ id, open }: { id: string; open: boolean }) {
  const text = useText();
  const { may } = useViewer();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Grant>();
  const [answer, again] = useFreshQuery({
    query: LoyaltyMemberStandingDocument,
    variables: { id, first: 20 },
  });
  const mine = open && may("MANAGE_MEMBERS");
  const give = mine && (
    <Button variant="secondary" size="small" onClick={() => setGiving(true)}>
      {text("giveTier")}
    </Button>
  );
  return (
    <Card title={text("standing")} actions={give}>
      <Loaded answer={answer} retry={again}>
        {({ loyaltyMember }) =>
          loyaltyMember && (
            <>
              <Standing standing={loyaltyMember} />
              <Grants grants={loyaltyMember.tierGrants} end={mine ? setEnding : undefined} />
            </>
          )
        }
      </Loaded>
      {giving && <TierDialog memberId={id} onClose={() => setGiving(false)} />}
      {ending && (
        <ReasonDialog
          title={text("endGrant")}
          what={text("endGrantWhat", { tier: ending.tier.name })}
          confirm={text("endGrant")}
          success={text("grantEnded")}
          document={LoyaltyTierGrantEndDocument}
          id={ending.id}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Card>
  );
}

function Standing({ standing }: { standing: Standing }) {
  const text = useText();
  const format = useFormat();
  const { tier, tierSetByHand, tierUntil, progress } = standing;
  const keep = [
    tierUntil && text("tierEnds", { when: format.date(tierUntil) }),
    !tierUntil &&
      progress.keepUntil &&
      progress.kept &&
      text("kept", { when: format.date(progress.keepUntil) }),
    progress.inGrace && text("inGrace"),
  ].filter(Boolean);
  return (
    <>
      <div className="tier-line">
        <strong>{tier?.name ?? text("noTier")}</strong>
        {tierSetByHand && <Pill>{text("byHand")}</Pill>}
        <span className="grey">{keep.join(" · ")}</span>
      </div>
      <Progress progress={progress} />
      <Ways title={text("waysUp")} ways={progress.waysUp} />
      {!progress.kept && <Ways title={text("waysToKeep")} ways={progress.waysToKeep} />}
    </>
  );
}

function Ways({ title, ways }: { title: string; ways: { done: boolean; text: string }[] }) {
  const missing = ways.filter(({ done, text }) => !done && text);
  if (missing.length === 0) return null;
  return (
    <div>
      <h3 className="line-title">{title}</h3>
      <ul className="plain-list">
        {missing.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Grants({ grants, end }: { grants: Grant[]; end?: (grant: Grant) => void }) {
  const text = useText();
  const format = useFormat();
  const running = grants.filter(
    ({ endedAt, endsAt }) =>
      endedAt === null && (endsAt === null || Date.parse(endsAt) > Date.now()),
  );
  if (running.length === 0) return null;
  return (
    <ul className="member-rows">
      {running.map((grant) => (
        <li key={grant.id}>
          <div>
            <span>
              {grant.tier.name} <Pill>{text(`grant${grant.kind}`)}</Pill>
              {grant.exact && <Pill>{text("exactlyPill")}</Pill>}
            </span>
            <span className="grey">
              {grant.endsAt
                ? text("untilDay", { when: format.date(grant.endsAt) })
                : text("withoutEnd")}
              {grant.reason && ` · ${grant.reason}`}
            </span>
          </div>
          {end && (
            <Button variant="secondary" size="small" onClick={() => end(grant)}>
              {text("endShort")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
