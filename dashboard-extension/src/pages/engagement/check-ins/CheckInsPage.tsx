import "../engagement.css";

import { Card } from "@/kit/Card";
import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { useText } from "@/kit/use-text";

import type { Editing } from "../engagement-settings/SettingsForm";
import { SettingsPage } from "../engagement-settings/SettingsPage";
import type { Day, Ladder } from "./ladder";
import { LadderEditor } from "./LadderEditor";
import messages from "./messages";
import { Outlook } from "./Outlook";

const OWN = ["days"];
const STREAK = ["after", "climb", "make_up"];

export function Component() {
  const text = useText(messages);
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
  const text = useText(messages);
  const climbs = config.after === "climb" || Boolean(config.climb);
  const days = (Array.isArray(config.days) ? config.days : []) as Day[];
  const shared = { subject: "CHECK_INS" as const, value: config, onChange, faults };
  return (
    <>
      <LadderEditor
        days={days}
        faults={faults}
        onChange={(next) => onChange({ ...config, days: next })}
      />
      <Card title={text("streak")} intro={text("streakIntro")}>
        <ConfigEditor
          {...shared}
          only={climbs ? STREAK : STREAK.filter((name) => name !== "climb")}
          plain
        />
      </Card>
      <Outlook ladder={{ ...config, days } as Ladder} />
      <ConfigEditor {...shared} without={[...OWN, ...STREAK]} />
    </>
  );
}
