import "../engagement.css";

import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { useText } from "@/kit/use-text";

import { SettingsPage } from "../engagement-settings/SettingsPage";
import messages from "./messages";
import { useBack } from "./ReferralPage";

export function Component() {
  const text = useText(messages);
  const back = useBack();
  return (
    <SettingsPage
      subject="REFERRALS"
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
        <ConfigEditor subject="REFERRALS" value={config} onChange={onChange} faults={faults} />
      )}
    </SettingsPage>
  );
}
