import { Percent } from "lucide-react";
import { useIntl } from "react-intl";
import { useNavigate, useSearchParams } from "react-router-dom";

import { LoyaltyCampaignCreateDocument } from "@/graphql/campaign_create";
import { useAction } from "@/kit/action";
import { Card } from "@/kit/Card";
import { useConfigFaults } from "@/kit/config/ConfigEditor";
import { SelectField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { LeaveGuard } from "@/kit/leave";
import kit from "@/kit/messages";
import { DetailPage, SaveBar } from "@/kit/Page";
import { TryOrder } from "@/kit/programme/TryOrder";
import { Refusals } from "@/kit/Refusals";

import { CampaignFields, datesWrong } from "./CampaignFields";
import messages from "./messages";
import { WithProgrammes, type ProgrammeChoice } from "./Programmes";

const SLUG = /^[-a-zA-Z0-9_]{1,50}$/;
const EMPTY: unknown = { name: {}, rules: [] };

export function Component() {
  const intl = useIntl();
  return (
    <WithProgrammes title={intl.formatMessage(messages.newCampaign)}>
      {(programmes) => <NewCampaign programmes={programmes} />}
    </WithProgrammes>
  );
}

function NewCampaign({ programmes }: { programmes: ProgrammeChoice[] }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const create = useAction(LoyaltyCampaignCreateDocument, {
    success: text("created"),
    silent: true,
  });
  const day = params.get("day");
  const form = useForm(
    {
      programmeId: programmes[0]!.id,
      slug: "",
      // From the calendar: the day that was chosen there, where it begins for the reader.
      startsAt:
        day && /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00`).toISOString() : null,
      endsAt: null as string | null,
      config: EMPTY,
    },
    {
      refusals: create.errors,
      check: (values) => ({
        ...(SLUG.test(values.slug) ? {} : { slug: text("slugWrong") }),
        ...datesWrong(values, intl.formatMessage(kit.required), text("endWrong")),
      }),
    },
  );
  const { faults, check } = useConfigFaults("CAMPAIGN", form.values.config);
  const save = async () => {
    const right = form.check();
    if (!(await check()) || !right) return;
    const { startsAt, ...rest } = form.values;
    if (startsAt === null) return;
    const outcome = await create.run({ ...rest, startsAt });
    const made = outcome.done ? outcome.payload.campaign : null;
    if (!made) return;
    form.reset(form.values);
    setTimeout(() => navigate(`/rules/campaigns/${encodeURIComponent(made.id)}`));
  };
  const back = { to: "/rules/campaigns", label: text("campaigns"), icon: <Percent size={20} /> };
  return (
    <DetailPage
      title={text("newCampaign")}
      back={back}
      aside={<TryOrder campaign tried={{ campaignConfig: form.values.config }} />}
      foot={
        <SaveBar
          onSave={() => void save()}
          onBack={() => navigate(back.to)}
          dirty={form.dirty}
          saving={create.busy}
        />
      }
    >
      <LeaveGuard dirty={form.dirty} />
      <Refusals of={form.rest} />
      <Card title={text("campaign")}>
        {programmes.length > 1 && (
          <SelectField
            label={text("programme")}
            value={form.values.programmeId}
            choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(programmeId) => form.set("programmeId", programmeId)}
          />
        )}
        <TextField
          label={text("slug")}
          value={form.values.slug}
          error={form.errorOf("slug")}
          hint={text("slugHint")}
          required
          onChange={(slug) => form.set("slug", slug)}
        />
      </Card>
      <CampaignFields
        values={form.values}
        set={form.merge}
        faults={faults}
        errorOf={form.errorOf}
      />
    </DetailPage>
  );
}
