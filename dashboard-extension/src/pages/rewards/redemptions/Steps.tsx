import { useIntl } from "react-intl";

import { useActors } from "@/kit/actors";
import { Card, Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Table } from "@/kit/Table";

import messages from "./messages";
import type { Redemption } from "./RedemptionPage";
import { states } from "./states";

/** What became of it, the first step first. */
export function Steps({ redemption: { steps } }: { redemption: Redemption }) {
  const intl = useIntl();
  const format = useFormat();
  const nameOf = useActors(steps.map(({ actor }) => actor));
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <Card title={text("steps")} flush>
      <Table
        label={text("steps")}
        columns={[
          {
            key: "state",
            title: text("state"),
            cell: ({ state }) => (
              <Pill mood={states[state].mood}>{intl.formatMessage(states[state].label)}</Pill>
            ),
          },
          { key: "when", title: text("when"), cell: ({ at }) => format.moment(at) },
          {
            key: "who",
            title: text("who"),
            cell: ({ actor }) =>
              actor ? nameOf(actor) : <span className="grey">{text("rulesOrMember")}</span>,
          },
          { key: "note", title: text("note"), cell: ({ note }) => note || "-" },
        ]}
        rows={steps}
        rowKey={({ state, at }) => `${state} ${at}`}
        empty="-"
      />
    </Card>
  );
}
