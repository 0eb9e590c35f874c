import { useIntl } from "react-intl";

import { Pill } from "@/kit/Card";

import { offeredAt, type Offer } from "../offered";
import { OfferedPill } from "../OfferedPill";
import messages from "./messages";

/** Running, or why it is not: a member day runs on some days of its window only. */
export function SalePill({ sale }: { sale: Offer & { runs: boolean } }) {
  const intl = useIntl();
  if (sale.runs) return <Pill mood="success">{intl.formatMessage(messages.runs)}</Pill>;
  if (offeredAt(sale, Date.now()) === "on")
    return <Pill mood="warning">{intl.formatMessage(messages.otherDay)}</Pill>;
  return <OfferedPill offer={sale} />;
}
