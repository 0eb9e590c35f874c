import "../rewards.css";

import { Dices } from "lucide-react";
import { useIntl } from "react-intl";
import { useParams } from "react-router-dom";
import { useQuery } from "urql";

import { LoyaltyLotteryDocument, type LoyaltyLotteryQuery } from "@/graphql/lottery";
import { LoyaltyLotteryUpdateDocument } from "@/graphql/lottery_update";
import { useAction } from "@/kit/action";
import { Pill } from "@/kit/Card";
import { useListUrl } from "@/kit/list-url";
import { OnePage } from "@/kit/OnePage";

import { LotteryForm } from "./LotteryForm";
import messages from "./messages";
import { Proof } from "./Proof";
import { states } from "./states";
import { useSteps } from "./useSteps";
import { Winners } from "./Winners";

export type Lottery = NonNullable<LoyaltyLotteryQuery["loyaltyLottery"]>;

export function Component() {
  const intl = useIntl();
  const { id = "" } = useParams();
  const list = useListUrl();
  const [answer, ask] = useQuery({
    query: LoyaltyLotteryDocument,
    variables: { id, first: list.first, after: list.after },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  return (
    <OnePage
      permission="MANAGE_PROGRAMMES"
      back={{
        to: "/rewards/lotteries",
        label: intl.formatMessage(messages.all),
        icon: <Dices size={20} />,
      }}
      answer={answer}
      retry={again}
      one={answer.data?.loyaltyLottery}
    >
      {(lottery) => <Edit key={`${lottery.id} ${lottery.state}`} lottery={lottery} again={again} />}
    </OnePage>
  );
}

function Edit({ lottery, again }: { lottery: Lottery; again: () => void }) {
  const intl = useIntl();
  const { buttons, dialog } = useSteps(lottery, again);
  const update = useAction(LoyaltyLotteryUpdateDocument, {
    success: intl.formatMessage(messages.saved),
    silent: true,
  });
  const { label, mood } = states[lottery.state];
  return (
    <>
      <LotteryForm
        initial={{
          slug: lottery.slug,
          config: lottery.config,
          opensAt: lottery.opensAt,
          closesAt: lottery.closesAt,
        }}
        title={lottery.name}
        beside={<Pill mood={mood}>{intl.formatMessage(label)}</Pill>}
        actions={buttons}
        readOnly={lottery.state !== "DRAFT"}
        action={update}
        save={async ({ config, opensAt, closesAt }) => {
          const outcome = await update.run({
            id: lottery.id,
            config,
            opensAt: opensAt ?? "",
            closesAt: closesAt ?? "",
          });
          return outcome.done ? again : undefined;
        }}
      >
        {lottery.state === "DRAWN" && <Winners lottery={lottery} again={again} />}
        {lottery.state !== "DRAFT" && lottery.state !== "CANCELLED" && <Proof lottery={lottery} />}
      </LotteryForm>
      {dialog}
    </>
  );
}
