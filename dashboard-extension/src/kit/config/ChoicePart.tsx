import { useContext, useRef } from "react";

import { SelectField } from "@/kit/fields";

import { SettledContext, useWhole, type PartProps } from "./context";
import { asDict, ofKind, type Dict } from "./document";
import { faultAt } from "./faults";
import { useLabels } from "./labels";
import { ObjectFields, PartFault } from "./ObjectPart";
import { followed, type Kind, type Shape } from "./schema";

type Props = PartProps & { shape: Extract<Shape, { kind: "choice" }> };

/** One of several kinds, and the fields of the one that is chosen. */
export function ChoicePart(props: Props) {
  const { shape, value, onChange, spot } = props;
  const { root, subject, faults, disabled } = useWhole();
  const labels = useLabels(subject);
  const settled = useContext(SettledContext).includes(spot.place);
  const before = useRef(new Map<string, Dict>());
  const written = value ?? followed(root, props.schema).schema.default ?? props.schema.default;
  const chosen = kindOf(shape, written);
  if (chosen) before.current.set(chosen.value, asDict(written));
  const choose = (name: string) => {
    const kind = shape.kinds.find((one) => one.value === name);
    if (!kind) return;
    // Back to a kind that was filled in before, what was written there is there again.
    onChange(before.current.get(name) ?? ofKind(root, shape.key, kind, written));
  };
  const label = props.label || labels.text(`kind-of`);
  const choices = shape.kinds.map((kind) => ({ value: kind.value, label: labels.kind(kind.name) }));
  return (
    <>
      {!((props.item || settled) && chosen) && (
        <SelectField
          label={props.label === undefined ? labels.label(spot) : label}
          value={chosen?.value ?? ""}
          choices={
            chosen ? choices : [{ value: "", label: labels.text("form.choose") }, ...choices]
          }
          hint={chosen ? labels.kindHint(chosen.name) : undefined}
          disabled={disabled}
          onChange={choose}
        />
      )}
      <PartFault text={faultAt(faults, spot.place)} />
      {chosen && (
        <ObjectFields
          {...props}
          value={written}
          shape={{ kind: "object", schema: chosen.schema, name: chosen.name }}
        />
      )}
    </>
  );
}

export function kindOf(shape: Props["shape"], value: unknown): Kind | undefined {
  return shape.kinds.find((kind) => kind.value === asDict(value)[shape.key]);
}
