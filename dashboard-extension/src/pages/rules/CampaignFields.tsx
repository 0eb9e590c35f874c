import { useIntl } from "react-intl";

import { Card } from "@/kit/Card";
import { ConfigEditor, type Fault } from "@/kit/config/ConfigEditor";
import { MomentField } from "@/kit/fields";

import messages from "./messages";

export interface CampaignValues {
  startsAt: string | null;
  endsAt: string | null;
  config: unknown;
}

interface CampaignFieldsProps {
  values: CampaignValues;
  set: (change: Partial<CampaignValues>) => void;
  faults: Fault[];
  errorOf?: (name: "startsAt" | "endsAt") => string | undefined;
  disabled?: boolean;
}

/** When a campaign runs, and what it says. */
export function CampaignFields({ values, set, faults, errorOf, disabled }: CampaignFieldsProps) {
  const intl = useIntl();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <>
      <Card title={text("when")}>
        <div className="fields-row">
          <MomentField
            label={text("starts")}
            value={values.startsAt}
            error={errorOf?.("startsAt")}
            disabled={disabled}
            required
            onChange={(startsAt) => set({ startsAt })}
          />
          <MomentField
            label={text("ends")}
            value={values.endsAt}
            error={errorOf?.("endsAt")}
            hint={text("endsHint")}
            disabled={disabled}
            onChange={(endsAt) => set({ endsAt })}
          />
        </div>
      </Card>
      <ConfigEditor
        subject="CAMPAIGN"
        value={values.config}
        faults={faults}
        disabled={disabled}
        onChange={(config) => set({ config })}
      />
    </>
  );
}

/** What is wrong with the dates, before the server is asked. */
export function datesWrong(values: CampaignValues, required: string, endWrong: string) {
  const { startsAt, endsAt } = values;
  return {
    ...(startsAt === null ? { startsAt: required } : {}),
    ...(startsAt !== null && endsAt !== null && endsAt <= startsAt ? { endsAt: endWrong } : {}),
  };
}
