import "../rewards.css";

import { Button } from "@saleor/macaw-ui";
import { Gift } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link, useParams } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { LoyaltyRewardDocument, type LoyaltyRewardQuery } from "@/graphql/reward";
import { LoyaltyRewardUpdateDocument } from "@/graphql/reward_update";
import { useAction } from "@/kit/action";
import { Card, Pill } from "@/kit/Card";
import { OnePage } from "@/kit/OnePage";

import shared from "../messages";
import { OfferedPill } from "../OfferedPill";
import { useOne } from "../use-one";
import { kinds } from "../words";
import messages from "./messages";
import { RewardForm, type RewardValues } from "./RewardForm";
import { useSwitch } from "./useSwitch";

type Reward = NonNullable<LoyaltyRewardQuery["loyaltyReward"]>;

export function Component() {
  const { id = "" } = useParams();
  const intl = useIntl();
  const { answer, again, loaded, discard } = useOne(LoyaltyRewardDocument, id);
  return (
    <OnePage
      permission="MANAGE_PROGRAMMES"
      back={{
        to: "/rewards/catalogue",
        label: intl.formatMessage(messages.all),
        icon: <Gift size={20} />,
      }}
      answer={answer}
      retry={again}
      one={answer.data?.loyaltyReward}
    >
      {(reward) => (
        <Edit key={`${reward.id} ${loaded}`} reward={reward} again={again} discard={discard} />
      )}
    </OnePage>
  );
}

interface EditProps {
  reward: Reward;
  again: () => void;
  discard: () => void;
}

function Edit({ reward, again, discard }: EditProps) {
  const intl = useIntl();
  const { may } = useViewer();
  const { flip, dialog } = useSwitch(again);
  const update = useAction(LoyaltyRewardUpdateDocument, {
    success: intl.formatMessage(messages.saved),
    silent: true,
  });
  // That of the last saving counts before the page has been read anew.
  const [revision, setRevision] = useState<string>();
  const kind = kinds[reward.kind];
  const changed = update.errors.some(({ code }) => code === "CHANGED_MEANWHILE");
  return (
    <>
      <RewardForm
        kind={reward.kind}
        initial={valuesOf(reward)}
        existing={{ taken: reward.taken ?? 0 }}
        title={reward.name}
        beside={
          <>
            <Pill>{intl.formatMessage(kind.label)}</Pill>
            <OfferedPill offer={reward} />
          </>
        }
        actions={
          <Button variant="secondary" onClick={() => flip(reward)}>
            {intl.formatMessage(reward.active ? messages.hide : messages.show)}
          </Button>
        }
        aside={
          may("MANAGE_ORDERS") && (
            <Card>
              <Link
                className="quiet aside-text"
                to={`/rewards/redemptions?reward=${encodeURIComponent(reward.id)}`}
              >
                {intl.formatMessage(messages.redemptions)}
              </Link>
            </Card>
          )
        }
        backTo="/rewards/catalogue"
        action={update}
        remedy={
          changed && (
            <Button variant="secondary" size="small" onClick={discard}>
              {intl.formatMessage(shared.loadNewest)}
            </Button>
          )
        }
        save={async ({ slug: _slug, active: _active, categoryId, position, ...rest }) => {
          const outcome = await update.run({
            ...rest,
            id: reward.id,
            categoryId: categoryId || null,
            position: position ?? 0,
            revision: revision ?? reward.revision ?? "",
          });
          if (!outcome.done) return undefined;
          setRevision(outcome.payload.reward?.revision ?? undefined);
          return again;
        }}
      />
      {dialog}
    </>
  );
}

function valuesOf(reward: Reward): RewardValues {
  return {
    slug: reward.slug,
    config: reward.config,
    categoryId: reward.category?.id ?? "",
    position: reward.position,
    stock: reward.stock,
    startsAt: reward.startsAt,
    endsAt: reward.endsAt,
    active: reward.active ?? false,
  };
}
