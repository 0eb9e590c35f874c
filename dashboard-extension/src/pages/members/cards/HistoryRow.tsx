import { Button } from "@saleor/macaw-ui";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useId, useState } from "react";

import type { LoyaltyMemberHistoryQuery } from "@/graphql/member_history";
import { useFormat } from "@/kit/format";
import { AwardTable } from "@/shared/member/AwardTable";

import { useText } from "../text";

export type Entry = NonNullable<
  LoyaltyMemberHistoryQuery["loyaltyMember"]
>["history"]["edges"][number]["node"];

interface HistoryRowProps {
  entry: Entry;
  nameOf: (actor: string) => string;
}

/** One entry; opened, it says how it was computed and who did it. */
export function HistoryRow({ entry, nameOf }: HistoryRowProps) {
  const text = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const details = useId();
  const Icon = open ? ChevronUp : ChevronDown;
  const what = text("explain", { what: entry.text });
  return (
    <tbody>
      <tr className="linked" onClick={() => setOpen(!open)}>
        <td>{format.moment(entry.occurredAt)}</td>
        <td className="wrap">
          {entry.text}
          {entry.note && <span className="grey"> · {entry.note}</span>}
        </td>
        <td className="end">
          {entry.points === 0 ? (
            <span className="grey">
              {moved(entry) === 0 ? "–" : text("moved", { points: format.number(moved(entry)) })}
            </span>
          ) : (
            <span className={entry.points > 0 ? "came" : "went"}>
              {format.change(entry.points)}
            </span>
          )}
        </td>
        <td className="end">{format.number(entry.balanceAfter)}</td>
        <td className="end">
          <Button
            variant="tertiary"
            size="small"
            icon={<Icon size={16} />}
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            aria-label={what}
            title={what}
            onClick={(event) => {
              event.stopPropagation();
              setOpen(!open);
            }}
          />
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={5} className="wrap entry-details" id={details}>
            <Facts entry={entry} nameOf={nameOf} />
            {entry.award && <AwardTable award={entry.award} />}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Of an entry that only moves points from one place to another: how many. */
function moved(entry: Entry): number {
  return Math.max(Math.abs(entry.available), Math.abs(entry.pending), Math.abs(entry.held));
}

const PLACES = ["available", "pending", "held", "debt"] as const;

function Facts({ entry, nameOf }: HistoryRowProps) {
  const text = useText();
  const format = useFormat();
  const changes = PLACES.filter((place) => entry[place] !== 0).map(
    (place) => `${text(place)} ${format.change(entry[place])}`,
  );
  const lines = [
    changes.join(" · "),
    entry.orderNumber && text("ofOrder", { number: entry.orderNumber }),
    entry.eventName && text("ofEvent", { name: entry.eventName }),
    entry.actor && text("byActor", { name: nameOf(entry.actor) }),
    entry.note && text("noteToMember", { note: entry.note }),
  ].filter(Boolean);
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line as string}>{line}</li>
      ))}
    </ul>
  );
}
