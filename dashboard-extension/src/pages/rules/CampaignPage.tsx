import { Percent } from "lucide-react";
import { useIntl } from "react-intl";
import { useNavigate, useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyCampaignDocument, type LoyaltyCampaignQuery } from "@/graphql/campaign";
import { LoyaltyCampaignUpdateDocument } from "@/graphql/campaign_update";
import { useAction } from "@/kit/action";
import { Callout, Card, Facts } from "@/kit/Card";
import { useConfigFaults } from "@/kit/config/ConfigEditor";
import { useFormat } from "@/kit/format";
import { useForm } from "@/kit/form";
import { LeaveGuard } from "@/kit/leave";
import kit from "@/kit/messages";
import { DetailPage, SaveBar } from "@/kit/Page";
import { Loaded, NoAccess } from "@/kit/states";
import { TryOrder } from "@/kit/programme/TryOrder";
import { Refusals } from "@/kit/Refusals";

import { CampaignFields, datesWrong } from "./CampaignFields";
import { CampaignSteps } from "./CampaignSteps";
import messages from "./messages";
import { PhasePill } from "./phases";
import { useBudgetText } from "./use-budget-text";

export type Campaign = NonNullable<LoyaltyCampaignQuery["loyaltyCampaign"]>;

export function Component() {
  const { may } = useViewer();
  return may("MANAGE_PROGRAMMES") ? <One /> : <NoAccess />;
}

function useBack() {
  const intl = useIntl();
  const label = intl.formatMessage(messages.campaigns);
  return { to: "/rules/campaigns", label, icon: <Percent size={20} /> };
}

function One() {
  const intl = useIntl();
  const { id = "" } = useParams();
  const back = useBack();
  const [answer, ask] = useQuery({ query: LoyaltyCampaignDocument, variables: { id } });
  const again = () => ask({ requestPolicy: "network-only" });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyCampaign: campaign }) =>
        campaign ? (
          <Shown key={`${campaign.id} ${campaign.phase}`} campaign={campaign} again={again} />
        ) : (
          <DetailPage title={back.label} back={back}>
            <Callout mood="warning" title={intl.formatMessage(messages.gone)} />
          </DetailPage>
        )
      }
    </Loaded>
  );
}

function Shown({ campaign, again }: { campaign: Campaign; again: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const back = useBack();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const update = useAction(LoyaltyCampaignUpdateDocument, { success: text("saved"), silent: true });
  const { id, revision, startsAt, endsAt, config } = campaign;
  const form = useForm(
    { startsAt: startsAt as string | null, endsAt, config },
    {
      refusals: update.errors,
      check: (values) => datesWrong(values, intl.formatMessage(kit.required), text("endWrong")),
    },
  );
  const { faults, check } = useConfigFaults("CAMPAIGN", form.values.config);
  const isDraft = campaign.phase === "DRAFT";
  const save = async () => {
    const right = form.check();
    if (!(await check()) || !right || form.values.startsAt === null) return;
    const values = { ...form.values, startsAt: form.values.startsAt };
    const outcome = await update.run({ id, revision: revision ?? "", ...values });
    if (!outcome.done) return;
    form.reset(form.values);
    again();
  };
  return (
    <DetailPage
      title={campaign.name || campaign.slug}
      beside={<PhasePill phase={campaign.phase} />}
      back={back}
      actions={<CampaignSteps campaign={campaign} dirty={form.dirty} again={again} />}
      aside={
        <>
          <CampaignFacts campaign={campaign} />
          <TryOrder campaign tried={{ campaignId: id, campaignConfig: form.values.config }} />
        </>
      }
      foot={
        isDraft && (
          <SaveBar
            onSave={() => void save()}
            onBack={() => navigate(back.to)}
            dirty={form.dirty}
            saving={update.busy}
          />
        )
      }
    >
      <LeaveGuard dirty={form.dirty} />
      {!isDraft && (
        <Callout>
          <p>{text("fixed")}</p>
        </Callout>
      )}
      <Refusals of={form.rest} />
      <CampaignFields
        values={form.values}
        set={form.merge}
        faults={isDraft ? faults : []}
        errorOf={form.errorOf}
        disabled={!isDraft}
      />
    </DetailPage>
  );
}

function CampaignFacts({ campaign }: { campaign: Campaign }) {
  const intl = useIntl();
  const format = useFormat();
  const budgetText = useBudgetText();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const budgets = campaign.budget ?? [];
  return (
    <Card title={text("campaign")}>
      <Facts
        facts={[
          { label: text("slug"), value: campaign.slug },
          { label: text("members"), value: campaign.stateText || "–" },
          { label: text("starts"), value: format.moment(campaign.startsAt) },
          {
            label: text("ends"),
            value: campaign.endsAt ? format.moment(campaign.endsAt) : text("byHand"),
          },
          ...(budgets.length === 0 ? [{ label: text("budget"), value: text("noBudget") }] : []),
          ...budgets.map((use) => {
            const { unit, text: said } = budgetText(use);
            return { label: `${text("budget")} (${unit})`, value: said };
          }),
        ]}
      />
    </Card>
  );
}
