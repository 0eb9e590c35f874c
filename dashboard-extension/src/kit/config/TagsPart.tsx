import { Button, Input, Text } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { useState } from "react";

import { ManyField } from "@/kit/fields";

import { useWhole, type PartProps } from "./context";
import { asList } from "./document";
import { useLabels } from "./labels";
import type { Shape } from "./schema";

type Props = PartProps & { shape: Extract<Shape, { kind: "list" }>; error?: string; items: Shape };

const DAYS_OF_MONTH = Array.from({ length: 31 }, (_, day) => day + 1);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const NUMBERED: Record<string, number[]> = {
  "Weekday.any_of": WEEKDAYS,
  "MonthDay.any_of": DAYS_OF_MONTH,
  "DaysConfig.weekdays": WEEKDAYS,
  "DaysConfig.days_of_month": DAYS_OF_MONTH,
};

/** Several short values: chosen where they are known, otherwise written one by one. */
export function TagsPart(props: Props) {
  const { items, spot } = props;
  const numbers = NUMBERED[`${spot.owner}.${spot.property}`];
  if (items.kind === "enum") return <Chosen {...props} values={items.values} name={items.name} />;
  if (numbers) return <Chosen {...props} values={numbers.map(String)} name="" numbers />;
  return <Written {...props} />;
}

function Chosen(props: Props & { values: string[]; name: string; numbers?: boolean }) {
  const { values, name, numbers, onChange, spot } = props;
  const { subject, disabled } = useWhole();
  const labels = useLabels(subject);
  const list = asList(props.value ?? props.schema.default).map(String);
  const weekdays = values.length === WEEKDAYS.length && numbers;
  const choices = values.map((value) => ({
    value,
    label: weekdays
      ? labels.text(`weekday.${value}`)
      : numbers
        ? value
        : labels.value(spot, name, value),
  }));
  return (
    <ManyField
      label={props.label || labels.label(spot)}
      hint={labels.hint(spot)}
      error={props.error}
      value={list}
      choices={choices}
      disabled={disabled}
      onChange={(chosen) => {
        const sorted = values.filter((value) => chosen.includes(value));
        onChange(numbers ? sorted.map(Number) : sorted);
      }}
    />
  );
}

function Written(props: Props) {
  const { items, onChange, spot, error } = props;
  const { subject, disabled } = useWhole();
  const labels = useLabels(subject);
  const [typed, setTyped] = useState("");
  const list = asList(props.value ?? props.schema.default);
  const numbers = items.kind === "integer";
  const label = props.label || labels.label(spot);
  const add = () => {
    const parts = typed.split(/[,;\n]/).map((one) => one.trim());
    const read = parts.filter((one) => one !== "" && (!numbers || /^\d{1,9}$/.test(one)));
    const fresh = read
      .map((one) => (numbers ? Number(one) : one))
      .filter((one) => !list.includes(one));
    if (fresh.length > 0) onChange([...list, ...new Set(fresh)]);
    setTyped("");
  };
  return (
    <div className="config-tags" role="group" aria-label={label}>
      <Input
        role={undefined}
        label={label}
        value={typed}
        inputMode={numbers ? "numeric" : "text"}
        disabled={disabled}
        error={Boolean(error)}
        helperText={error ?? labels.hint(spot) ?? labels.text("tags.hint")}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      />
      {list.length > 0 && (
        <ul className="config-chips">
          {list.map((one, index) => (
            <li key={`${index}.${String(one)}`}>
              <Text size={2}>{String(one)}</Text>
              {!disabled && (
                <Button
                  variant="tertiary"
                  size="small"
                  icon={<X size={12} />}
                  aria-label={labels.text("form.remove", { name: String(one) })}
                  onClick={() => onChange(list.filter((_, at) => at !== index))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
