import { Button, Text } from "@saleor/macaw-ui";
import { useEffect, useState } from "react";

import { TextField } from "@/kit/fields";

import { useWhole, type PartProps } from "./context";
import { useLabels } from "./labels";

/** A part as its text: for what no field can show, and for who would rather write. */
export function JsonPart({ value, onChange, spot, label, error }: PartProps & { error?: string }) {
  const { subject, disabled } = useWhole();
  const labels = useLabels(subject);
  const written = value === undefined ? "" : JSON.stringify(value, null, 2);
  const [typed, setTyped] = useState(written);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped((old) => (sameText(old, value) ? old : written));
    setWrong(false);
    // Only what arrives from outside changes what stands there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [written]);
  const apply = () => {
    const read = readText(typed);
    setWrong(read === undefined);
    if (read !== undefined) onChange(read.value);
  };
  return (
    <div className="config-json">
      <TextField
        label={label ?? labels.label(spot)}
        value={typed}
        rows={Math.min(24, Math.max(4, typed.split("\n").length))}
        error={wrong ? labels.text("form.no-json") : error}
        hint={labels.text("form.as-text-hint")}
        disabled={disabled}
        onChange={setTyped}
      />
      {!disabled && typed !== written && (
        <div className="config-row">
          <Button variant="secondary" onClick={apply}>
            {labels.text("form.apply-text")}
          </Button>
          <Text size={2} color="default2">
            {labels.text("form.not-applied")}
          </Text>
        </div>
      )}
    </div>
  );
}

function readText(text: string): { value: unknown } | undefined {
  if (text.trim() === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function sameText(text: string, value: unknown): boolean {
  const read = readText(text);
  return read !== undefined && JSON.stringify(read.value) === JSON.stringify(value);
}
