import type { ReactNode } from "react";

import { useWhole } from "./context";
import { shapeOf, type Schema } from "./schema";
import { isWide } from "./special";

interface FieldSetProps {
  names: string[];
  properties: Record<string, Schema>;
  owner: string;
  field: (name: string) => ReactNode;
}

/** Fields one below the other; short ones that follow each other stand side by side. */
export function FieldSet({ names, properties, owner, field }: FieldSetProps) {
  const { root } = useWhole();
  const rows: { wide: boolean; names: string[] }[] = [];
  for (const name of names) {
    const wide = isWide(root, shapeOf(root, properties[name] ?? {}), {
      owner,
      property: name,
      place: "",
    });
    const last = rows.at(-1);
    if (!wide && last && !last.wide) last.names.push(name);
    else rows.push({ wide, names: [name] });
  }
  return (
    <>
      {rows.map((row) =>
        row.wide ? (
          row.names.map((name) => field(name))
        ) : (
          <div key={row.names[0]} className="fields-row">
            {row.names.map((name) => field(name))}
          </div>
        ),
      )}
    </>
  );
}
