import { Box, Checkbox, Input, Multiselect, Select, Text, Textarea } from "@saleor/macaw-ui";
import { useEffect, useState, type ReactNode } from "react";
import { useIntl } from "react-intl";

import type { Choice } from "./Filters";
import { digitsOf } from "./format";
import messages from "./messages";

interface FieldProps<Value> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  error?: string;
  hint?: ReactNode;
  disabled?: boolean;
  required?: boolean;
}

// The role that macaw-ui gives its inputs is none that exists; without it they have their own.

export function TextField(
  props: FieldProps<string> & { rows?: number; type?: "text" | "email" | "password" | "url" },
) {
  const { label, value, onChange, error, hint, rows, type = "text", ...rest } = props;
  const wrong = Boolean(error);
  const shared = {
    label,
    value,
    error: wrong,
    "aria-invalid": wrong,
    helperText: error ?? hint,
    ...rest,
  };
  return rows ? (
    <Textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <Input
      {...shared}
      role={undefined}
      type={type}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface NumberFieldProps extends FieldProps<number | null> {
  /** Behind the number: "%", "points", "days". */
  unit?: string;
  /** How many digits may stand after the point; the value is the number without it. */
  digits?: number;
  /** Told when what stands there is no number, and when it is one again: the value stays. */
  onUnreadable?: (unreadable: boolean) => void;
}

/** A number that is whole in its smallest unit: 12.50 with two digits is 1250. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, onUnreadable, error, hint, unit, digits = 0, ...rest } = props;
  const intl = useIntl();
  const [typed, setTyped] = useState(shownNumber(value, digits));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (readNumber(typed, digits) !== value) setTyped(shownNumber(value, digits));
    // Only what arrives from outside changes what stands there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value, digits]);
  const problem = wrong
    ? intl.formatMessage(digits === 0 ? messages.wholeNumber : messages.notANumber)
    : error;
  return (
    <Input
      role={undefined}
      label={label}
      value={typed}
      inputMode={digits === 0 ? "numeric" : "decimal"}
      error={Boolean(problem)}
      aria-invalid={Boolean(problem)}
      helperText={problem ?? hint}
      endAdornment={
        unit ? (
          <Text size={2} color="default2" whiteSpace="nowrap">
            {unit}
          </Text>
        ) : undefined
      }
      onChange={(event) => {
        const text = event.target.value;
        const read = readNumber(text, digits);
        setTyped(text);
        setWrong(read === undefined);
        onUnreadable?.(read === undefined);
        if (read !== undefined) onChange(read);
      }}
      {...rest}
    />
  );
}

function shownNumber(value: number | null, digits: number): string {
  if (value === null) return "";
  if (digits === 0) return String(value);
  const sign = value < 0 ? "-" : "";
  const text = String(Math.abs(value)).padStart(digits + 1, "0");
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Null where nothing is written, undefined where it is no number. No float is in between. */
export function readNumber(text: string, digits: number): number | null | undefined {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "") return null;
  const found = /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(trimmed);
  if (!found) return undefined;
  const [, sign, whole, part = ""] = found;
  if (part.length > digits) return undefined;
  const units = Number(`${whole}${part.padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(units)) return undefined;
  return sign && units !== 0 ? -units : units;
}

/** Money in the smallest unit of its currency. */
export function MoneyField({
  currency,
  ...rest
}: FieldProps<number | null> & { currency: string }) {
  return <NumberField {...rest} unit={currency} digits={digitsOf(currency)} />;
}

export function SelectField(props: FieldProps<string> & { choices: Choice[] }) {
  const { label, value, onChange, error, hint, choices, disabled } = props;
  return (
    <Select
      label={label}
      value={value}
      options={choices}
      onChange={onChange}
      error={Boolean(error)}
      helperText={error ?? hint}
      disabled={disabled}
    />
  );
}

export function ManyField(props: FieldProps<string[]> & { choices: Choice[] }) {
  const { label, value, onChange, error, hint, choices, disabled } = props;
  const names = new Map(choices.map((choice) => [choice.value, choice.label]));
  return (
    <Multiselect
      label={label}
      value={value.map((one) => ({ value: one, label: names.get(one) ?? one }))}
      options={choices}
      onChange={(chosen) =>
        onChange(chosen.map((one) => (typeof one === "string" ? one : one.value)))
      }
      error={Boolean(error)}
      helperText={error ?? hint}
      disabled={disabled}
    />
  );
}

export function CheckField(props: Omit<FieldProps<boolean>, "required">) {
  const { label, value, onChange, error, hint, disabled } = props;
  return (
    <Checkbox
      checked={value}
      onCheckedChange={(checked) => onChange(checked === true)}
      error={Boolean(error)}
      disabled={disabled}
    >
      <Box display="flex" flexDirection="column">
        <Text size={3}>{label}</Text>
        {(error ?? hint) && (
          <Text size={2} color={error ? "critical1" : "default2"}>
            {error ?? hint}
          </Text>
        )}
      </Box>
    </Checkbox>
  );
}

/** A day, as "2026-03-01"; empty where none is chosen. */
export function DateField({ value, onChange, error, hint, ...rest }: FieldProps<string>) {
  return (
    <Input
      role={undefined}
      type="date"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={Boolean(error)}
      aria-invalid={Boolean(error)}
      helperText={error ?? hint}
      {...rest}
    />
  );
}

/** A moment in UTC; it is shown and chosen in the reader's own zone. */
export function MomentField(props: FieldProps<string | null>) {
  const { value, onChange, error, hint, ...rest } = props;
  return (
    <Input
      role={undefined}
      type="datetime-local"
      value={value ? localMoment(value) : ""}
      onChange={(event) => {
        const text = event.target.value;
        onChange(text ? new Date(text).toISOString() : null);
      }}
      error={Boolean(error)}
      aria-invalid={Boolean(error)}
      helperText={error ?? hint}
      {...rest}
    />
  );
}

function localMoment(moment: string): string {
  const date = new Date(moment);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
