import { Dices } from "lucide-react";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";

import type { Refusal } from "@/kit/action";
import { Card } from "@/kit/Card";
import { ConfigCard, Refused, useEditing, type Problems } from "@/kit/editing";
import { MomentField } from "@/kit/fields";
import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";
import { chosenSlug, SlugField, slugProblem } from "@/kit/SlugField";

import shared from "../messages";
import { endsBeforeItStarts } from "../offered";
import messages from "./messages";

export interface LotteryValues {
  slug: string | null;
  config: unknown;
  opensAt: string | null;
  closesAt: string | null;
}

interface LotteryFormProps {
  initial: LotteryValues;
  isNew?: boolean;
  title: string;
  beside?: ReactNode;
  /** Buttons; they are told whether something is not saved yet. */
  actions?: (dirty: boolean) => ReactNode;
  /** Above what the lottery says: its proof and its winners. */
  children?: ReactNode;
  readOnly?: boolean;
  action: { busy: boolean; errors: Refusal[] };
  save?: (values: LotteryValues) => Promise<(() => void) | undefined>;
}

export function LotteryForm(props: LotteryFormProps) {
  const { initial, isNew = false, action, readOnly } = props;
  const intl = useIntl();
  const navigate = useNavigate();
  const editing = useEditing<LotteryValues>({
    subject: "LOTTERY",
    initial,
    refusals: action.errors,
    disabled: readOnly,
    check: (values) => check(values, isNew),
  });
  const { form } = editing;
  const save = async () => {
    if (!(await editing.ready())) return;
    const then = await props.save?.(form.values);
    if (!then) return;
    editing.settle();
    then();
  };
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <DetailPage
      title={props.title}
      beside={props.beside}
      actions={props.actions?.(form.dirty)}
      back={{ to: "/rewards/lotteries", label: text("all"), icon: <Dices size={20} /> }}
      aside={<Schedule editing={editing} isNew={isNew} />}
      foot={
        !readOnly && (
          <SaveBar
            onSave={() => void save()}
            onBack={() => navigate("/rewards/lotteries")}
            dirty={form.dirty}
            saving={action.busy}
          />
        )
      }
    >
      <Refused editing={editing} />
      {props.children}
      <ConfigCard
        editing={editing}
        title={intl.formatMessage(shared.details)}
        intro={text("fixed")}
        only={["name", "description"]}
      />
      <ConfigCard
        editing={editing}
        title={text("ticketsPart")}
        only={["ticket_points", "on_sale", "most_per_member", "most_tickets", "draws_itself"]}
      />
      <ConfigCard
        editing={editing}
        title={text("prizes")}
        intro={text("prizesIntro")}
        only={["prizes"]}
      />
      <ConfigCard
        editing={editing}
        title={text("gate")}
        intro={text("gateIntro")}
        only={["gate"]}
      />
      <LeaveGuard dirty={form.dirty && !action.busy} />
    </DetailPage>
  );
}

interface ScheduleProps {
  editing: ReturnType<typeof useEditing<LotteryValues>>;
  isNew: boolean;
}

function Schedule({ editing: { form, disabled }, isNew }: ScheduleProps) {
  const intl = useIntl();
  const { values, set, errorOf } = form;
  return (
    <Card
      title={intl.formatMessage(shared.schedule)}
      intro={intl.formatMessage(messages.scheduleIntro)}
    >
      <MomentField
        label={intl.formatMessage(messages.opens)}
        value={values.opensAt}
        error={errorOf("opensAt")}
        disabled={disabled}
        onChange={(moment) => set("opensAt", moment)}
        required
      />
      <MomentField
        label={intl.formatMessage(messages.closes)}
        value={values.closesAt}
        error={errorOf("closesAt")}
        disabled={disabled}
        onChange={(moment) => set("closesAt", moment)}
        required
      />
      {isNew && (
        <SlugField
          value={values.slug}
          config={values.config}
          error={errorOf("slug")}
          onChange={(slug) => set("slug", slug)}
        />
      )}
    </Card>
  );
}

function check(values: LotteryValues, isNew: boolean): Problems<LotteryValues> {
  const slug = isNew ? slugProblem(chosenSlug(values.slug, values.config)) : undefined;
  return {
    ...(slug && { slug }),
    ...(values.opensAt === null && { opensAt: shared.needed }),
    ...(endsBeforeItStarts(values.opensAt, values.closesAt) && { closesAt: shared.endsEarly }),
    ...(values.closesAt === null && { closesAt: shared.needed }),
  };
}
