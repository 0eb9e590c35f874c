import { useIntl } from "react-intl";

import type { LoyaltyPreviewQuery } from "@/graphql/preview";
import { Card, Kpi } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Table, type Column } from "@/kit/Table";

import messages from "./messages";

type Found = NonNullable<LoyaltyPreviewQuery["loyaltyPreview"]>;
type Award = NonNullable<Found["points"]>;
type Line = Award["lines"][number];
type Part = Award["parts"][number];
type Passed = Award["passedOver"][number];

/** What an order would earn: in all, by its lines, and what applied or did not. */
export function PreviewResult({ found }: { found: Found }) {
  const intl = useIntl();
  const format = useFormat();
  const { points, growth } = found;
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <>
      <div className="kpis">
        <Kpi
          title={text("points")}
          value={format.number(points?.points ?? 0)}
          note={intl.formatMessage(messages.byVersion, {
            number: found.version,
            date: format.moment(found.at),
          })}
        />
        <Kpi title={text("growth")} value={format.number(growth?.points ?? 0)} />
        <Kpi title={text("basis")} value={points?.basis?.text ?? "–"} />
      </div>
      {points && <Lines lines={points.lines} />}
      {points && <Parts parts={points.parts} />}
      {points && points.passedOver.length > 0 && <PassedOver passed={points.passedOver} />}
    </>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  const intl = useIntl();
  const format = useFormat();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const columns: Column<Line>[] = [
    { key: "name", title: text("line"), cell: (row) => row.name },
    { key: "note", title: text("note"), cell: (row) => row.excludedText || "-" },
    {
      key: "quantity",
      title: text("quantity"),
      end: true,
      cell: (row) => format.number(row.quantity),
    },
    { key: "points", title: text("points"), end: true, cell: (row) => format.number(row.points) },
  ];
  return (
    <Card title={text("lines")} flush>
      <Table
        label={text("lines")}
        columns={columns}
        rows={lines}
        rowKey={(row) => `${lines.indexOf(row)}`}
        empty={text("nothingApplied")}
      />
    </Card>
  );
}

function Parts({ parts }: { parts: Part[] }) {
  const intl = useIntl();
  const format = useFormat();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const columns: Column<Part>[] = [
    { key: "rule", title: text("rule"), cell: (row) => row.name || row.rule || text("baseRate") },
    { key: "text", title: text("explained"), cell: (row) => row.text },
    { key: "cut", title: text("cut"), cell: (row) => row.cutText || "-" },
    { key: "points", title: text("points"), end: true, cell: (row) => format.number(row.points) },
  ];
  return (
    <Card title={text("whatApplied")} flush>
      <Table
        label={text("whatApplied")}
        columns={columns}
        rows={parts}
        rowKey={(row) => `${row.rule} ${parts.indexOf(row)}`}
        empty={text("nothingApplied")}
      />
    </Card>
  );
}

function PassedOver({ passed }: { passed: Passed[] }) {
  const intl = useIntl();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const columns: Column<Passed>[] = [
    { key: "rule", title: text("rule"), cell: (row) => row.name || row.rule },
    { key: "why", title: text("why"), cell: (row) => row.text },
  ];
  return (
    <Card title={text("passedOver")} flush>
      <Table
        label={text("passedOver")}
        columns={columns}
        rows={passed}
        rowKey={(row) => `${row.rule} ${passed.indexOf(row)}`}
        empty={text("nothingApplied")}
      />
    </Card>
  );
}
