import { Button, Text } from "@saleor/macaw-ui";
import { Copy, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";

import { CellNumber } from "./CellNumber";
import { GiftDialog } from "./GiftDialog";
import { tidied, type Day } from "./ladder";
import messages from "./messages";

interface DayRowProps {
  number: number;
  day: Day;
  fault: string | undefined;
  onChange: (day: Day) => void;
  onCopy?: () => void;
  onRemove?: () => void;
}

export function DayRow({ number, day, fault, onChange, onCopy, onRemove }: DayRowProps) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const text = (name: keyof typeof messages, values?: Record<string, string | number>) =>
    intl.formatMessage(messages[name], values);
  const name = text("dayNumber", { number });
  const more = [
    ...(day?.reward ? [text("rewardOf", { slug: day.reward })] : []),
    ...(day?.boost ? [text("boostOf", { ...day.boost })] : []),
  ];
  return (
    <>
      <tr>
        <td>
          {name} {day === null && <span className="grey">· {text("nothing")}</span>}
        </td>
        <td>
          <CellNumber
            label={text("pointsOf", { day: name })}
            value={day?.points ?? null}
            onChange={(points) => onChange(tidied({ ...day, points }))}
          />
        </td>
        <td>
          <CellNumber
            label={text("growthOf", { day: name })}
            value={day?.growth ?? null}
            onChange={(growth) => onChange(tidied({ ...day, growth }))}
          />
        </td>
        <td className="wrap">
          {more.length > 0 ? intl.formatList(more) : <span className="grey">-</span>}
        </td>
        <td className="end">
          <div className="row-tools">
            <Button
              variant="tertiary"
              size="small"
              icon={<Pencil size={16} />}
              aria-label={text("editDay", { day: name })}
              title={text("editDay", { day: name })}
              onClick={() => setOpen(true)}
            />
            <Button
              variant="tertiary"
              size="small"
              icon={<Copy size={16} />}
              aria-label={text("copyDay", { day: name })}
              title={text("copyDay", { day: name })}
              disabled={!onCopy}
              onClick={onCopy}
            />
            <Button
              variant="tertiary"
              size="small"
              icon={<Trash2 size={16} />}
              aria-label={text("removeDay", { day: name })}
              title={text("removeDay", { day: name })}
              disabled={!onRemove}
              onClick={onRemove}
            />
          </div>
        </td>
      </tr>
      {fault && (
        <tr>
          <td colSpan={5} className="wrap">
            <Text size={2} color="critical1" role="alert">
              {fault}
            </Text>
          </td>
        </tr>
      )}
      {open && (
        <GiftDialog
          title={text("dayGives", { number })}
          gift={day}
          onClose={() => setOpen(false)}
          onDone={(gift) => {
            onChange(gift);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
