import "../engagement.css";

import { Share2 } from "lucide-react";

import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { useText } from "@/kit/use-text";

import { SettingsPage } from "../engagement-settings/SettingsPage";
import messages from "./messages";

export function Component() {
  const text = useText(messages);
  return (
    <SettingsPage
      subject="SHARES"
      back={{
        to: "/engagement/shares",
        label: text("title"),
        icon: <Share2 size={20} strokeWidth={1.5} />,
      }}
      texts={{
        title: text("settings"),
        enabled: text("enabled"),
        enabledHint: text("enabledHint"),
        switchOn: text("switchOn"),
        switchOff: text("switchOff"),
      }}
    >
      {({ config, onChange, faults }) => (
        <ConfigEditor subject="SHARES" value={config} onChange={onChange} faults={faults} />
      )}
    </SettingsPage>
  );
}
