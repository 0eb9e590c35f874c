import { useRef } from "react";

import { CheckField } from "@/kit/fields";

import { useWhole, type PartProps } from "./context";
import { ConditionPart } from "./ConditionPart";
import { emptyOf } from "./document";
import { useLabels } from "./labels";
import { isConditions, Part } from "./Part";
import { shapeOf, type Schema } from "./schema";

/** A part that may be left out: a field that may stay empty, or a box that is switched on. */
export function OptionalPart(props: PartProps & { inner: Schema }) {
  const { inner, value, onChange } = props;
  const { root } = useWhole();
  const shape = shapeOf(root, inner);
  if (shape.kind === "choice" && isConditions(shape))
    return <ConditionPart {...props} shape={shape} optional />;
  if (shape.kind === "object" || shape.kind === "choice") return <SwitchedPart {...props} />;
  const empty = value ?? (props.schema.default as unknown) ?? undefined;
  return (
    <Part
      {...props}
      schema={inner}
      value={empty}
      onChange={(next) => onChange(next === "" || next === undefined ? null : next)}
    />
  );
}

function SwitchedPart(props: PartProps & { inner: Schema }) {
  const { inner, value, onChange, spot } = props;
  const { root, subject, disabled } = useWhole();
  const labels = useLabels(subject);
  const last = useRef<unknown>(undefined);
  const on = value !== undefined && value !== null;
  if (on) last.current = value;
  return (
    <div className="config-optional">
      <CheckField
        label={
          props.label === "" ? labels.text("form.in-use") : (props.label ?? labels.label(spot))
        }
        hint={props.label === "" ? undefined : labels.hint(spot)}
        value={on}
        disabled={disabled}
        // Switched off and on again, nothing of it is lost.
        onChange={(wanted) =>
          onChange(wanted ? (last.current ?? emptyOf(root, inner) ?? {}) : null)
        }
      />
      {on && (
        <div className="config-box">
          <Part {...props} schema={inner} label="" />
        </div>
      )}
    </div>
  );
}
