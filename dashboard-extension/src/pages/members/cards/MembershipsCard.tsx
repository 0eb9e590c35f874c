import { Button } from "@saleor/macaw-ui";
import { useState } from "react";

import { useViewer } from "@/app/viewer";
import {
  LoyaltyMemberMembershipsDocument,
  type LoyaltyMemberMembershipsQuery,
} from "@/graphql/member_memberships";
import { LoyaltyMembershipEndDocument } from "@/graphql/membership_end";
import { Card, Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty, Loaded } from "@/kit/states";

import { MembershipDialog } from "../dialogs/MembershipDialog";
import { ReasonDialog } from "../dialogs/ReasonDialog";
import { useFreshQuery } from "../fresh";
import { useText } from "../text";

type Member = NonNullable<LoyaltyMemberMembershipsQuery["loyaltyMember"]>;
type Membership = Member["memberships"][number];

/** Paid plans, and growth that was bought. */
export function MembershipsCard({ id, open }: { id: string; open: boolean }) {
  const text = useText();
  const { may } = useViewer();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Membership>();
  const [answer, again] = useFreshQuery({
    query: LoyaltyMemberMembershipsDocument,
    variables: { id, first: 20 },
  });
  const mine = open && may("MANAGE_MEMBERS");
  return (
    <Card
      title={text("memberships")}
      actions={
        mine && (
          <Button variant="secondary" size="small" onClick={() => setGiving(true)}>
            {text("giveMembership")}
          </Button>
        )
      }
    >
      <Loaded answer={answer} retry={again}>
        {({ loyaltyMember: member }) =>
          !member?.memberships.length && !member?.packPurchases.length ? (
            <Empty>{text("noMemberships")}</Empty>
          ) : (
            <ul className="member-rows">
              {member.memberships.map((one) => (
                <Row key={one.id} membership={one} end={mine ? setEnding : undefined} />
              ))}
              {member.packPurchases.map((pack) => (
                <Pack key={`${pack.orderNumber}.${pack.pack.slug}`} pack={pack} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {giving && <MembershipDialog memberId={id} onClose={() => setGiving(false)} />}
      {ending && (
        <ReasonDialog
          title={text("endMembership")}
          what={text("endMembershipWhat", { plan: ending.plan.name })}
          confirm={text("endMembership")}
          success={text("membershipEnded")}
          document={LoyaltyMembershipEndDocument}
          id={ending.id}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Card>
  );
}

function Row({ membership, end }: { membership: Membership; end?: (one: Membership) => void }) {
  const text = useText();
  const format = useFormat();
  const { plan, startsAt, endsAt, running, isTrial, cancelledAt, savings, purchases } = membership;
  const facts = [
    endsAt
      ? text("fromUntil", { from: format.date(startsAt), until: format.date(endsAt) })
      : text("fromForLife", { from: format.date(startsAt) }),
    cancelledAt && running && text("cancelled"),
    ...savings.map(({ saved }) => text("saved", { money: saved.text })),
    purchases[0]?.orderNumber && text("ofOrder", { number: purchases[0].orderNumber }),
    purchases[0]?.reason,
  ].filter(Boolean);
  return (
    <li>
      <div>
        <span>
          {plan.name}{" "}
          <Pill mood={running ? "success" : "neutral"}>{text(running ? "running" : "over")}</Pill>
          {isTrial && <Pill mood="info">{text("trial")}</Pill>}
        </span>
        <span className="grey">{facts.join(" · ")}</span>
      </div>
      {running && end && (
        <Button variant="secondary" size="small" onClick={() => end(membership)}>
          {text("endShort")}
        </Button>
      )}
    </li>
  );
}

function Pack({ pack }: { pack: Member["packPurchases"][number] }) {
  const text = useText();
  const format = useFormat();
  return (
    <li>
      <div>
        <span>{text("pack", { name: pack.pack.slug, quantity: pack.quantity })}</span>
        <span className="grey">
          {[
            format.date(pack.paidAt),
            text("ofOrder", { number: pack.orderNumber }),
            text("packBrought", {
              growth: format.number(pack.growth - pack.growthTakenBack),
              points: format.number(pack.bonusPoints - pack.pointsTakenBack),
            }),
          ].join(" · ")}
        </span>
      </div>
    </li>
  );
}
