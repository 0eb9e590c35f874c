import "../rewards.css";

import { Gift } from "lucide-react";
import { useIntl } from "react-intl";
import { Link, useNavigate, useSearchParams } from "react-router-dom";

import { LoyaltyRewardCreateDocument } from "@/graphql/reward_create";
import type { LoyaltyRewardKind } from "@/graphql/schema";
import { useAction } from "@/kit/action";
import { Card } from "@/kit/Card";
import { DetailPage } from "@/kit/Page";
import { chosenSlug } from "@/kit/SlugField";

import { Needs } from "../Needs";
import { allKinds, kindNamed, kinds } from "../words";
import messages from "./messages";
import { RewardForm, type RewardValues } from "./RewardForm";

export function Component() {
  const [params] = useSearchParams();
  const kind = kindNamed(params.get("kind"));
  return (
    <Needs permission="MANAGE_PROGRAMMES">{kind ? <NewReward kind={kind} /> : <Kinds />}</Needs>
  );
}

function Kinds() {
  const intl = useIntl();
  return (
    <DetailPage
      title={intl.formatMessage(messages.create)}
      back={{
        to: "/rewards/catalogue",
        label: intl.formatMessage(messages.all),
        icon: <Gift size={20} />,
      }}
    >
      <Card
        title={intl.formatMessage(messages.chooseKind)}
        intro={intl.formatMessage(messages.chooseKindWhy)}
      >
        <div className="kinds">
          {allKinds.map((kind) => (
            <KindLink key={kind} kind={kind} />
          ))}
        </div>
      </Card>
    </DetailPage>
  );
}

function KindLink({ kind }: { kind: LoyaltyRewardKind }) {
  const intl = useIntl();
  const { icon: Icon, label, what } = kinds[kind];
  return (
    <Link to={`?kind=${kind}`}>
      <span className="kind-name">
        <Icon size={16} aria-hidden />
        {intl.formatMessage(label)}
      </span>
      <span className="kind-what">{intl.formatMessage(what)}</span>
    </Link>
  );
}

function NewReward({ kind }: { kind: LoyaltyRewardKind }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const create = useAction(LoyaltyRewardCreateDocument, {
    success: intl.formatMessage(messages.created),
    silent: true,
  });
  const initial: RewardValues = {
    slug: null,
    config: { name: {}, gives: { kind: kinds[kind].written } },
    categoryId: "",
    position: 0,
    stock: null,
    startsAt: null,
    endsAt: null,
    active: false,
  };
  return (
    <RewardForm
      key={kind}
      kind={kind}
      initial={initial}
      title={intl.formatMessage(messages.createKind, {
        kind: intl.formatMessage(kinds[kind].label),
      })}
      backTo="/rewards/catalogue/new"
      action={create}
      save={async (values) => {
        const { slug, categoryId, position, ...rest } = values;
        const outcome = await create.run({
          ...rest,
          slug: chosenSlug(slug, values.config),
          categoryId: categoryId || null,
          position: position ?? 0,
        });
        const made = outcome.done ? outcome.payload.reward : null;
        if (!made) return undefined;
        return () =>
          navigate(`/rewards/catalogue/${encodeURIComponent(made.id)}`, { replace: true });
      }}
    />
  );
}
