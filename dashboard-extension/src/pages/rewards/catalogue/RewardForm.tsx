import { Gift } from "lucide-react";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";

import type { LoyaltyRewardKind } from "@/graphql/schema";
import type { Refusal } from "@/kit/action";
import { SettledContext } from "@/kit/config/context";
import { ConfigCard, Refused, useEditing, type Problems } from "@/kit/editing";
import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";
import { chosenSlug, slugProblem } from "@/kit/SlugField";

import shared from "../messages";
import { endsBeforeItStarts } from "../offered";
import { kinds } from "../words";
import messages from "./messages";
import { Placing } from "./Placing";

// The kind of a reward never changes: it is chosen before the form.
const GIVES = ["gives"];

export interface RewardValues {
  /** Null: made of the name. */
  slug: string | null;
  config: unknown;
  categoryId: string;
  position: number | null;
  stock: number | null;
  startsAt: string | null;
  endsAt: string | null;
  active: boolean;
}

interface RewardFormProps {
  kind: LoyaltyRewardKind;
  initial: RewardValues;
  title: string;
  beside?: ReactNode;
  actions?: ReactNode;
  backTo: string;
  /** What is there already; left out of a new one. */
  existing?: { taken: number };
  aside?: ReactNode;
  action: { busy: boolean; errors: Refusal[] };
  /** What happens once it is saved; undefined where it was refused. */
  save: (values: RewardValues) => Promise<(() => void) | undefined>;
  /** In the note of a refusal, such as a way to load what somebody else has saved. */
  remedy?: ReactNode;
}

export function RewardForm(props: RewardFormProps) {
  const { initial, existing, action } = props;
  const intl = useIntl();
  const navigate = useNavigate();
  const editing = useEditing<RewardValues>({
    subject: "REWARD",
    initial,
    refusals: action.errors,
    check: (values) => check(values, existing?.taken),
  });
  const { form } = editing;
  const save = async () => {
    if (!(await editing.ready())) return;
    const then = await props.save(form.values);
    if (!then) return;
    editing.settle();
    then();
  };
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <DetailPage
      title={props.title}
      beside={props.beside}
      actions={props.actions}
      back={{ to: "/rewards/catalogue", label: text("all"), icon: <Gift size={20} /> }}
      aside={
        <>
          <Placing editing={editing} isNew={!existing} taken={existing?.taken ?? 0} />
          {props.aside}
        </>
      }
      foot={
        <SaveBar
          onSave={() => void save()}
          onBack={() => navigate(props.backTo)}
          dirty={form.dirty}
          saving={action.busy}
        />
      }
    >
      <Refused editing={editing}>{props.remedy}</Refused>
      <ConfigCard
        editing={editing}
        title={intl.formatMessage(shared.details)}
        intro={existing && text("keepPromise")}
        only={["name", "description", "terms"]}
      />
      <SettledContext.Provider value={GIVES}>
        <ConfigCard
          editing={editing}
          title={text("gives")}
          intro={intl.formatMessage(kinds[props.kind].what)}
          only={["gives"]}
        />
      </SettledContext.Provider>
      <ConfigCard
        editing={editing}
        title={text("pricing")}
        intro={text("pricingIntro")}
        only={["points", "points_by_tier", "prices"]}
      />
      <ConfigCard
        editing={editing}
        title={text("pictures")}
        intro={text("picturesIntro")}
        only={["pictures"]}
      />
      <ConfigCard
        editing={editing}
        title={text("limits")}
        intro={text("limitsIntro")}
        only={["limits"]}
      />
      <ConfigCard
        editing={editing}
        title={text("gate")}
        intro={text("gateIntro")}
        only={["gate", "gifts_only"]}
      />
      <ConfigCard
        editing={editing}
        title={text("rules")}
        only={["members_may_cancel", "back_when_expired"]}
      />
      <LeaveGuard dirty={form.dirty && !action.busy} />
    </DetailPage>
  );
}

function check(values: RewardValues, taken: number | undefined): Problems<RewardValues> {
  const { stock, position } = values;
  const slug =
    taken === undefined ? slugProblem(chosenSlug(values.slug, values.config)) : undefined;
  return {
    ...(slug && { slug }),
    ...(stock !== null && taken !== undefined && stock < taken && { stock: messages.stockLow }),
    ...(stock !== null && stock < 0 && { stock: shared.notNegative }),
    ...(position !== null && position < 0 && { position: shared.notNegative }),
    ...(endsBeforeItStarts(values.startsAt, values.endsAt) && { endsAt: shared.endsEarly }),
  };
}
