import "../rewards.css";

import { Ticket } from "lucide-react";
import { useIntl } from "react-intl";
import { Link, useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyRedemptionDocument, type LoyaltyRedemptionQuery } from "@/graphql/redemption";
import { Callout, Card, Facts, Pill } from "@/kit/Card";
import { OnePage, type Back } from "@/kit/OnePage";
import { DetailPage } from "@/kit/Page";

import shared from "../messages";
import { useFacts } from "./facts";
import messages from "./messages";
import { states } from "./states";
import { Steps } from "./Steps";
import { useSteps } from "./useSteps";

export type Redemption = NonNullable<LoyaltyRedemptionQuery["loyaltyRedemption"]>;

export function Component() {
  const intl = useIntl();
  const { id = "" } = useParams();
  const [answer, ask] = useQuery({ query: LoyaltyRedemptionDocument, variables: { id } });
  const again = () => ask({ requestPolicy: "network-only" });
  const back = {
    to: "/rewards/redemptions",
    label: intl.formatMessage(messages.all),
    icon: <Ticket size={20} />,
  };
  return (
    <OnePage
      permission="MANAGE_ORDERS"
      back={back}
      answer={answer}
      retry={again}
      one={answer.data?.loyaltyRedemption}
    >
      {(redemption) => <Shown redemption={redemption} back={back} again={again} />}
    </OnePage>
  );
}

interface ShownProps {
  redemption: Redemption;
  back: Back;
  again: () => void;
}

function Shown({ redemption, back, again }: ShownProps) {
  const intl = useIntl();
  const facts = useFacts(redemption);
  const { buttons, dialog } = useSteps(redemption, again);
  const { label, mood } = states[redemption.state];
  return (
    <DetailPage
      title={redemption.name}
      back={back}
      beside={<Pill mood={mood}>{intl.formatMessage(label)}</Pill>}
      actions={buttons}
      aside={<Around redemption={redemption} />}
    >
      <Waiting redemption={redemption} />
      <Card title={intl.formatMessage(messages.about)}>
        <Facts facts={facts} />
      </Card>
      <Steps redemption={redemption} />
      {dialog}
    </DetailPage>
  );
}

/** Who waits for whom. */
function Waiting({ redemption: { state, kind } }: { redemption: Redemption }) {
  const intl = useIntl();
  if (state !== "REQUESTED" && state !== "RESERVED") return null;
  const service = kind === "SERVICE" ? messages.waitsForStaff : messages.waitsForShop;
  return (
    <Callout mood={kind === "SERVICE" ? "warning" : "info"}>
      <p>{intl.formatMessage(state === "RESERVED" ? messages.waitsForOrder : service)}</p>
    </Callout>
  );
}

function Around({ redemption }: { redemption: Redemption }) {
  const intl = useIntl();
  const { may } = useViewer();
  const { member, rewardId, name } = redemption;
  return (
    <>
      {member && (
        <Card title={intl.formatMessage(shared.member)}>
          {may("MANAGE_MEMBERS") ? (
            <Link
              className="quiet aside-text"
              to={`/members/${encodeURIComponent(member.id ?? "")}`}
            >
              {member.email}
            </Link>
          ) : (
            <span className="aside-text">{member.email}</span>
          )}
        </Card>
      )}
      <Card title={intl.formatMessage(messages.reward)}>
        {may("MANAGE_PROGRAMMES") ? (
          <Link
            className="quiet aside-text"
            to={`/rewards/catalogue/${encodeURIComponent(rewardId)}`}
          >
            {name}
          </Link>
        ) : (
          <span className="aside-text">{name}</span>
        )}
      </Card>
    </>
  );
}
