import { Button, Text } from "@saleor/macaw-ui";
import { Plus } from "lucide-react";
import { useIntl } from "react-intl";

import { Card } from "@/kit/Card";
import { faultWithin, type Fault } from "@/kit/config/faults";

import { DayRow } from "./DayRow";
import type { Day } from "./ladder";
import messages from "./messages";

const MOST = 366;

interface LadderEditorProps {
  days: Day[];
  onChange: (days: Day[]) => void;
  faults: Fault[];
}

/** Day by day what a member has who checks in without a gap. */
export function LadderEditor({ days, onChange, faults }: LadderEditorProps) {
  const intl = useIntl();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const change = (place: number, day: Day) =>
    onChange(days.map((old, at) => (at === place ? day : old)));
  const insert = (place: number) =>
    onChange([...days.slice(0, place + 1), days[place] ?? null, ...days.slice(place + 1)]);
  const own = faults.find(({ place }) => place === "days");
  return (
    <Card
      title={text("ladder")}
      intro={text("ladderIntro")}
      flush
      actions={
        <Button
          variant="secondary"
          size="small"
          icon={<Plus size={16} />}
          disabled={days.length >= MOST}
          onClick={() => onChange([...days, days.at(-1) ?? { points: 5 }])}
        >
          {text("addDay")}
        </Button>
      }
    >
      {own && (
        <Text size={3} color="critical1" paddingX={6} paddingTop={4} as="p" role="alert">
          {own.text}
        </Text>
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={text("ladder")}>
        <table className="list ladder">
          <thead>
            <tr>
              <th>{text("day")}</th>
              <th>{text("points")}</th>
              <th>{text("growth")}</th>
              <th>{text("more")}</th>
              <th aria-label={text("actions")} />
            </tr>
          </thead>
          <tbody>
            {days.map((day, place) => (
              <DayRow
                // A day has no name of its own but its place.
                key={place}
                number={place + 1}
                day={day}
                fault={faultWithin(faults, `days.${place}`)}
                onChange={(next) => change(place, next)}
                onCopy={days.length < MOST ? () => insert(place) : undefined}
                onRemove={
                  days.length > 1 ? () => onChange(days.filter((_, at) => at !== place)) : undefined
                }
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
