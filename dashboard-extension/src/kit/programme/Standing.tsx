import { useIntl } from "react-intl";

import { Pill, type Mood } from "@/kit/Card";

import messages from "./messages";
import type { Standing } from "./versions";

const moods: Record<Standing, Mood> = {
  draft: "neutral",
  upcoming: "warning",
  inForce: "success",
  earlier: "info",
};

export function StandingPill({ standing }: { standing: Standing }) {
  const intl = useIntl();
  return <Pill mood={moods[standing]}>{intl.formatMessage(messages[standing])}</Pill>;
}
