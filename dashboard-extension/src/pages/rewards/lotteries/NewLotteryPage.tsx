import "../rewards.css";

import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";

import { LoyaltyLotteryCreateDocument } from "@/graphql/lottery_create";
import { useAction } from "@/kit/action";
import { chosenSlug } from "@/kit/SlugField";

import { Needs } from "../Needs";
import { LotteryForm } from "./LotteryForm";
import messages from "./messages";

const EMPTY = { slug: null, config: { name: {}, prizes: [] }, opensAt: null, closesAt: null };

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <NewLottery />
    </Needs>
  );
}

function NewLottery() {
  const intl = useIntl();
  const navigate = useNavigate();
  const create = useAction(LoyaltyLotteryCreateDocument, {
    success: intl.formatMessage(messages.created),
    silent: true,
  });
  return (
    <LotteryForm
      isNew
      initial={EMPTY}
      title={intl.formatMessage(messages.create)}
      action={create}
      save={async ({ slug, config, opensAt, closesAt }) => {
        const outcome = await create.run({
          slug: chosenSlug(slug, config),
          config,
          opensAt: opensAt ?? "",
          closesAt: closesAt ?? "",
        });
        const made = outcome.done ? outcome.payload.lottery : null;
        if (!made) return undefined;
        return () =>
          navigate(`/rewards/lotteries/${encodeURIComponent(made.id)}`, { replace: true });
      }}
    />
  );
}
