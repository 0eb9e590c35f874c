import { useText } from "@/kit/use-text";

import { PlainSettings } from "../engagement-settings/PlainSettings";
import messages from "./messages";
import { useBack } from "./ReviewPage";

export function Component() {
  return <PlainSettings subject="REVIEWS" back={useBack()} text={useText(messages)} />;
}
