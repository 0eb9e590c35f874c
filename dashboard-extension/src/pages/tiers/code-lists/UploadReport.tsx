import { Facts } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Table } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Report } from "./parts";

/** What became of the lines, and which were refused. */
export function UploadReport({ report }: { report: Report }) {
  const text = useText(messages);
  const format = useFormat();
  const names = ["added", "repeated", "known", "refused", "served"] as const;
  return (
    <section aria-label={text("result")} role="status" className="tiers-member">
      <Facts
        facts={names.map((name) => ({ label: text(name), value: format.number(report[name]) }))}
      />
      {report.bad.length > 0 && (
        <Table
          label={text("bad")}
          columns={[
            { key: "line", title: text("line"), cell: ({ line }) => format.number(line) },
            { key: "why", title: text("why"), cell: ({ why }) => why },
          ]}
          rows={report.bad}
          rowKey={({ line }) => String(line)}
          empty=""
        />
      )}
    </section>
  );
}
