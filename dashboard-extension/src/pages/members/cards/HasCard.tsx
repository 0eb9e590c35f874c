import { Button } from "@saleor/macaw-ui";
import { useState } from "react";

import { useViewer } from "@/app/viewer";
import { BenefitGiftWithdrawDocument } from "@/graphql/benefit_gift_withdraw";
import { LoyaltyMemberHasDocument, type LoyaltyMemberHasQuery } from "@/graphql/member_has";
import { Card, Pill, type Mood } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty, Loaded } from "@/kit/states";

import { ReasonDialog } from "../dialogs/ReasonDialog";
import { useFreshQuery } from "../fresh";
import { useText } from "../text";

type Has = NonNullable<LoyaltyMemberHasQuery["loyaltyMember"]>;
type Gift = Has["gifts"][number];

const MOODS: Record<Gift["state"], Mood> = {
  DUE: "warning",
  GIVEN: "success",
  NOTHING_LEFT: "error",
  WITHDRAWN: "neutral",
};

/** What a member has beside points: what is set aside, gifts, coupons, more points for a time. */
export function HasCard({ id }: { id: string }) {
  const text = useText();
  const { may } = useViewer();
  const [withdrawing, setWithdrawing] = useState<Gift>();
  const [answer, again] = useFreshQuery({
    query: LoyaltyMemberHasDocument,
    variables: { id, first: 20 },
  });
  return (
    <Card title={text("has")}>
      <Loaded answer={answer} retry={again}>
        {({ loyaltyMember: has }) =>
          has &&
          has.holds.length + has.gifts.length + has.conversions.length + has.boosts.length > 0 ? (
            <ul className="member-rows">
              <Things has={has} />
              {has.gifts.map((gift) => (
                <GiftRow
                  key={gift.id}
                  gift={gift}
                  withdraw={may("MANAGE_MEMBERS") ? setWithdrawing : undefined}
                />
              ))}
            </ul>
          ) : (
            <Empty>{text("hasNothing")}</Empty>
          )
        }
      </Loaded>
      {withdrawing && (
        <ReasonDialog
          title={text("withdraw")}
          what={text("withdrawWhat", { name: withdrawing.name })}
          confirm={text("withdraw")}
          success={text("withdrawn")}
          document={BenefitGiftWithdrawDocument}
          id={withdrawing.id}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </Card>
  );
}

function Things({ has }: { has: Has }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      {has.holds.map((hold) => (
        <Thing
          key={hold.id}
          what={text("hold", { points: hold.points })}
          pill={text("holdPill")}
          facts={[
            text("holdUntil", { when: format.moment(hold.expiresAt) }),
            hold.amount && text("holdPays", { money: format.money(hold.amount) }),
          ]}
        />
      ))}
      {has.boosts.map((boost) => (
        <Thing
          key={boost.name + boost.startsAt}
          what={boost.name}
          pill={text("boost", { percent: format.percent(boost.percent * 100) })}
          facts={[text("untilDay", { when: format.date(boost.endsAt) })]}
        />
      ))}
      {has.conversions.map((coupon) => (
        <Thing
          key={coupon.convertedAt}
          what={text("coupon", { money: format.money(coupon.amount) })}
          pill={text("couponPill")}
          facts={[
            text("couponFor", { points: coupon.points }),
            coupon.code,
            coupon.validUntil && text("untilDay", { when: format.date(coupon.validUntil) }),
          ]}
        />
      ))}
    </>
  );
}

interface ThingProps {
  what: string;
  pill: string;
  facts: (string | null)[];
}

function Thing({ what, pill, facts }: ThingProps) {
  return (
    <li>
      <div>
        <span>
          {what} <Pill>{pill}</Pill>
        </span>
        <span className="grey">{facts.filter(Boolean).join(" · ")}</span>
      </div>
    </li>
  );
}

function GiftRow({ gift, withdraw }: { gift: Gift; withdraw?: (gift: Gift) => void }) {
  const text = useText();
  const format = useFormat();
  const facts = [
    gift.points !== null && text("giftPoints", { points: gift.points }),
    gift.amount && format.money(gift.amount),
    gift.code,
    gift.givenAt ? format.date(gift.givenAt) : text("dueOn", { when: format.date(gift.dueAt) }),
    gift.validUntil && text("untilDay", { when: format.date(gift.validUntil) }),
  ].filter(Boolean);
  return (
    <li>
      <div>
        <span>
          {gift.name} <Pill mood={MOODS[gift.state]}>{text(`gift${gift.state}`)}</Pill>
        </span>
        <span className="grey">{facts.join(" · ")}</span>
      </div>
      {withdraw && gift.state === "GIVEN" && (
        <Button variant="secondary" size="small" onClick={() => withdraw(gift)}>
          {text("withdrawShort")}
        </Button>
      )}
    </li>
  );
}
