import { useIntl } from "react-intl";

import type { LoyaltyLinesQuery } from "@/graphql/lines";
import { Kpi } from "@/kit/Card";
import { useFormat } from "@/kit/format";

import messages from "./messages";

type Line = NonNullable<LoyaltyLinesQuery["loyaltyLines"]>["inbox"];

/** How the work goes, in both directions. */
export function Lines({ inbox, outbox }: { inbox: Line; outbox: Line }) {
  const intl = useIntl();
  return (
    <div className="page-content">
      <div className="kpis">
        <LineKpis title={intl.formatMessage(messages.in)} line={inbox} />
        <LineKpis title={intl.formatMessage(messages.out)} line={outbox} />
      </div>
    </div>
  );
}

function LineKpis({ title, line }: { title: string; line: Line }) {
  const intl = useIntl();
  const format = useFormat();
  const since = line.oldest
    ? `${intl.formatMessage(messages.oldest)} ${format.moment(line.oldest)}`
    : undefined;
  const failing = `${intl.formatMessage(messages.failing)}: ${format.number(line.failing)}`;
  return (
    <>
      <Kpi
        title={`${title} · ${intl.formatMessage(messages.waiting)}`}
        value={format.number(line.waiting)}
        note={since}
      />
      <Kpi
        title={`${title} · ${intl.formatMessage(messages.dead)}`}
        value={format.number(line.dead)}
        note={failing}
      />
    </>
  );
}
