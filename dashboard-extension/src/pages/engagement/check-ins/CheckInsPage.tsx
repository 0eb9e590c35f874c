import "../engagement.css";

import { useIntl } from "react-intl";

import { ConfigEditor } from "@/kit/config/ConfigEditor";

import type { Editing } from "../engagement-settings/SettingsForm";
import { SettingsPage } from "../engagement-settings/SettingsPage";
import type { Day, Ladder } from "./ladder";
import { LadderEditor } from "./LadderEditor";
import messages from "./messages";
import { Outlook } from "./Outlook";

const OWN = ["days"];
const STREAK = ["after", "climb", "make_up"];

export function Component() {
  const intl = useIntl();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <SettingsPage
      subject="CHECK_INS"
      texts={{
        title: text("title"),
        enabled: text("enabled"),
        enabledHint: text("enabledHint"),
        switchOn: text("switchOn"),
        switchOff: text("switchOff"),
      }}
    >
      {(editing) => <CheckInsEditor {...editing} />}
    </SettingsPage>
  );
}

function CheckInsEditor({ config, onChange, faults }: Editing) {
  const days = (Array.isArray(config.days) ? config.days : []) as Day[];
  const shared = { subject: "CHECK_INS" as const, value: config, onChange, faults };
  return (
    <>
      <LadderEditor
        days={days}
        faults={faults}
        onChange={(next) => onChange({ ...config, days: next })}
      />
      <ConfigEditor {...shared} only={STREAK} />
      <Outlook ladder={{ ...config, days } as Ladder} />
      <ConfigEditor {...shared} without={[...OWN, ...STREAK]} />
    </>
  );
}
