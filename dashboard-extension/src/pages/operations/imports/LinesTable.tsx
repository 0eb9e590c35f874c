import { useIntl } from "react-intl";
import { Link } from "react-router-dom";

import { useFormat } from "@/kit/format";
import { Table, type Column } from "@/kit/Table";

import type { Batch } from "./ImportPage";
import messages from "./messages";

type Line = NonNullable<Batch["items"]>["edges"][number]["node"];

/** What each line brings, or why it brings nothing. */
export function LinesTable({ lines }: { lines: Line[] | undefined }) {
  const intl = useIntl();
  const format = useFormat();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const columns: Column<Line>[] = [
    { key: "line", title: text("line"), cell: ({ line }) => format.number(line) },
    { key: "key", title: text("key"), cell: ({ key }) => key || "-" },
    { key: "event", title: text("event"), cell: ({ name }) => name || "-" },
    {
      key: "result",
      title: text("result"),
      cell: ({ error, memberId }) => {
        if (error) return <span className="wraps">{error.message}</span>;
        if (!memberId) return text("fine");
        return (
          <Link className="quiet" to={`/members/${memberId}`}>
            {text("fine")}
          </Link>
        );
      },
    },
    {
      key: "points",
      title: text("points"),
      end: true,
      cell: ({ points }) => format.change(points ?? 0),
    },
    {
      key: "growth",
      title: text("growth"),
      end: true,
      cell: ({ growth }) => format.change(growth ?? 0),
    },
  ];
  return (
    <Table
      label={text("lines")}
      columns={columns}
      rows={lines}
      rowKey={({ line }) => String(line)}
      empty={text("noLines")}
    />
  );
}
