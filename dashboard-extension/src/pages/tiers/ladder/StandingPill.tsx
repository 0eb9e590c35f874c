import { Pill, type Mood } from "@/kit/Card";
import { useText } from "@/kit/use-text";

import type { Standing } from "./ladder";
import messages from "./messages";

const moods: Record<Standing, Mood> = { draft: "neutral", inForce: "success", earlier: "info" };

export function StandingPill({ standing }: { standing: Standing }) {
  const text = useText(messages);
  return <Pill mood={moods[standing]}>{text(standing)}</Pill>;
}
