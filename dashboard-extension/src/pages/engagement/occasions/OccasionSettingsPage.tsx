import { CalendarDays } from "lucide-react";

import { useText } from "@/kit/use-text";

import { PlainSettings } from "../engagement-settings/PlainSettings";
import messages from "./messages";

export function Component() {
  const text = useText(messages);
  const icon = <CalendarDays size={20} strokeWidth={1.5} />;
  return (
    <PlainSettings
      subject="OCCASIONS"
      back={{ to: "/engagement/occasions", label: text("title"), icon }}
      text={text}
    />
  );
}
