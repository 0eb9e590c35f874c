import "../engagement.css";

import type { LoyaltyEngagementSubject } from "@/graphql/schema";
import { ConfigEditor } from "@/kit/config/ConfigEditor";
import type { Back } from "@/kit/OnePage";

import { SettingsPage } from "./SettingsPage";

type Name = "settings" | "enabled" | "enabledHint" | "switchOn" | "switchOff";

interface PlainSettingsProps {
  subject: LoyaltyEngagementSubject;
  back: Back;
  text: (name: Name) => string;
}

/** Settings of a subject that has a list of its own, with nothing but the generated form. */
export function PlainSettings({ subject, back, text }: PlainSettingsProps) {
  return (
    <SettingsPage
      subject={subject}
      back={back}
      texts={{
        title: text("settings"),
        enabled: text("enabled"),
        enabledHint: text("enabledHint"),
        switchOn: text("switchOn"),
        switchOff: text("switchOff"),
      }}
    >
      {({ config, onChange, faults }) => (
        <ConfigEditor subject={subject} value={config} onChange={onChange} faults={faults} />
      )}
    </SettingsPage>
  );
}
