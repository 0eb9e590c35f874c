import { Share2 } from "lucide-react";

import { useText } from "@/kit/use-text";

import { PlainSettings } from "../engagement-settings/PlainSettings";
import messages from "./messages";

export function Component() {
  const text = useText(messages);
  const icon = <Share2 size={20} strokeWidth={1.5} />;
  return (
    <PlainSettings
      subject="SHARES"
      back={{ to: "/engagement/shares", label: text("title"), icon }}
      text={text}
    />
  );
}
