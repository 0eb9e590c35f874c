import { Input } from "@saleor/macaw-ui";
import { useEffect, useState } from "react";

import { readNumber } from "@/kit/fields";

interface CellNumberProps {
  /** For who cannot see the head of the column. */
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A whole number in a row of a table. */
export function CellNumber({ label, value, onChange }: CellNumberProps) {
  const [typed, setTyped] = useState(value === null ? "" : String(value));
  const wrong = readNumber(typed, 0) === undefined;
  useEffect(() => {
    if (readNumber(typed, 0) !== value) setTyped(value === null ? "" : String(value));
    // Only what arrives from outside changes what stands there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value]);
  return (
    <Input
      size="small"
      __width="64px"
      role={undefined}
      aria-label={label}
      aria-invalid={wrong}
      inputMode="numeric"
      value={typed}
      error={wrong}
      onChange={(event) => {
        const read = readNumber(event.target.value, 0);
        setTyped(event.target.value);
        if (read !== undefined) onChange(read);
      }}
    />
  );
}
