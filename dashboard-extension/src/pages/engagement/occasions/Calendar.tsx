import { useIntl } from "react-intl";

import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import { monthsOf, weekStartOf, type Cell, type DayAhead } from "./calendar";
import messages from "./messages";

/** The days ahead, with how many members have which occasion. */
export function Calendar({ found, days }: { found: DayAhead[]; days: number }) {
  const intl = useIntl();
  const text = useText(messages);
  const weekStart = weekStartOf(intl.locale);
  const months = monthsOf(today(), days, found, weekStart);
  // The first of January 2024 was a Monday.
  const names = Array.from({ length: 7 }, (_, column) =>
    intl.formatDate(Date.UTC(2024, 0, weekStart + column), { weekday: "short", timeZone: "UTC" }),
  );
  return (
    <div className="months">
      {months.map(({ month, weeks }) => {
        const title = intl.formatDate(`${month}T12:00:00Z`, {
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        });
        return (
          <Card key={month} title={title} flush>
            <table className="month" aria-label={text("calendarOf", { month: title })}>
              <thead>
                <tr>
                  {names.map((name) => (
                    <th key={name}>{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeks.map((week, row) => (
                  <tr key={row}>
                    {week.map((cell, column) => (
                      <Day key={column} cell={cell} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        );
      })}
    </div>
  );
}

function Day({ cell: { day, found } }: { cell: Cell }) {
  const text = useText(messages);
  const format = useFormat();
  if (!day) return <td />;
  return (
    <td className={found.length > 0 ? "busy" : undefined} title={format.day(day)}>
      <span className="date">{Number(day.slice(8))}</span>
      {found.map(({ occasion, members }) => (
        <span key={occasion} className={`occasion ${occasion.toLowerCase()}`}>
          {text(`${occasion}_OF`, { count: members })}
        </span>
      ))}
    </td>
  );
}

function today(): string {
  const now = new Date();
  const shifted = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 10);
}
