import { useIntl } from "react-intl";

import { Pill, type Mood } from "@/kit/Card";

import messages from "./messages";
import { offeredAt, type Offer, type Offered } from "./offered";

const moods: Record<Offered, Mood> = {
  on: "success",
  off: "neutral",
  planned: "warning",
  over: "info",
};

/** On, off, planned or over, at this moment. */
export function OfferedPill({ offer }: { offer: Offer }) {
  const intl = useIntl();
  const found = offeredAt(offer, Date.now());
  return <Pill mood={moods[found]}>{intl.formatMessage(messages[found])}</Pill>;
}
