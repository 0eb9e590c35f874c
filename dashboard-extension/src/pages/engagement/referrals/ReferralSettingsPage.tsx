import { useText } from "@/kit/use-text";

import { PlainSettings } from "../engagement-settings/PlainSettings";
import messages from "./messages";
import { useBack } from "./ReferralPage";

export function Component() {
  return <PlainSettings subject="REFERRALS" back={useBack()} text={useText(messages)} />;
}
