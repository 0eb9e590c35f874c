import { Button, Text } from "@saleor/macaw-ui";
import { Trash2 } from "lucide-react";

import { SelectField } from "@/kit/fields";

import { kindOf } from "./ChoicePart";
import { inner, useWhole, type PartProps } from "./context";
import { asDict, asList, ofKind } from "./document";
import { faultAt } from "./faults";
import { KindMenu } from "./KindMenu";
import { useLabels } from "./labels";
import { fieldsOf, ObjectFields, PartFault, PartTitle } from "./ObjectPart";
import type { Shape } from "./schema";

type ChoiceShape = Extract<Shape, { kind: "choice" }>;
type Props = PartProps & { shape: ChoiceShape; optional?: boolean };

// Where no condition means that nothing is asked, not that nothing is there.
const ALWAYS = new Set(["when", "schedule", "audience"]);

/** Conditions as a list, all or one of which must hold; a single one is written as itself. */
export function ConditionPart(props: Props) {
  const { shape, value, onChange, spot, optional } = props;
  const { root, subject, faults, disabled } = useWhole();
  const labels = useLabels(subject);
  const { mode, list, wrapped } = read(value);
  const write = (next: unknown[], how = mode) => {
    if (next.length === 0) onChange(optional ? null : undefined);
    else if (next.length === 1 && how === "all") onChange(next[0]);
    else onChange({ kind: how, of: next });
  };
  const label = props.label ?? labels.label(spot);
  const several = [...shape.kinds].some((kind) => kind.value === "all");
  const placeOf = (index: number) => (wrapped ? inner(inner(spot.place, "of"), index) : spot.place);
  return (
    <div className="config-group" role="group" aria-label={label || labels.label(spot)}>
      {label !== "" && <PartTitle label={label} hint={labels.hint(spot)} />}
      <PartFault text={wrapped || list.length === 0 ? faultAt(faults, spot.place) : undefined} />
      {list.length === 0 && optional && (
        <Text size={2} color="default2">
          {labels.text(ALWAYS.has(spot.property) ? "condition.always" : "condition.none")}
        </Text>
      )}
      {list.length > 1 && several && (
        <SelectField
          label={labels.text("condition.mode")}
          value={mode}
          choices={["all", "any"].map((one) => ({
            value: one,
            label: labels.text(`condition.${one}`),
          }))}
          disabled={disabled}
          onChange={(how) => write(list, how === "any" ? "any" : "all")}
        />
      )}
      {list.map((condition, index) => (
        <Condition
          // A condition has no name; its fields hold no state of their own that could be mixed up.
          key={`${index}.${String(asDict(condition).kind)}`}
          condition={condition}
          place={placeOf(index)}
          shape={shape}
          spot={spot}
          schema={props.schema}
          onChange={(next) => write(list.map((old, at) => (at === index ? next : old)))}
          onRemove={() => write(list.filter((_, at) => at !== index))}
        />
      ))}
      {!disabled && (several || list.length === 0) && (
        <div>
          <KindMenu
            label={labels.text("condition.add")}
            kinds={shape.kinds}
            onChoose={(kind) => write([...list, ofKind(root, shape.key, kind)])}
          />
        </div>
      )}
    </div>
  );
}

function read(value: unknown): { mode: "all" | "any"; list: unknown[]; wrapped: boolean } {
  const { kind, of } = asDict(value);
  if (kind === "all" || kind === "any") return { mode: kind, list: asList(of), wrapped: true };
  return { mode: "all", list: kind === undefined ? [] : [value], wrapped: false };
}

interface ConditionProps {
  condition: unknown;
  place: string;
  shape: ChoiceShape;
  schema: PartProps["schema"];
  spot: PartProps["spot"];
  onChange: (value: unknown) => void;
  onRemove: () => void;
}

function Condition({ condition, place, shape, schema, spot, onChange, onRemove }: ConditionProps) {
  const { root, subject, faults, disabled } = useWhole();
  const labels = useLabels(subject);
  const kind = kindOf(shape, condition);
  const together = kind?.value === "all" || kind?.value === "any";
  const title = kind ? labels.kind(kind.name) : String(asDict(condition).kind);
  const hint = kind && labels.kindHint(kind.name);
  const here = { ...spot, place };
  return (
    <div className="config-item" role="group" aria-label={title}>
      <div className="config-item-head">
        <span className="config-toggle">
          <Text size={3} fontWeight="medium">
            {title}
          </Text>
          {hint && (
            <Text size={2} color="default2">
              {hint}
            </Text>
          )}
        </span>
        {!disabled && (
          <Button
            variant="tertiary"
            size="small"
            icon={<Trash2 size={16} />}
            aria-label={labels.text("form.remove", { name: title })}
            onClick={onRemove}
          />
        )}
      </div>
      {kind && !together && Object.keys(fieldsOf(root, kind.schema)).length > 0 && (
        <div className="config-item-body">
          <PartFault text={faultAt(faults, place)} />
          <ObjectFields
            schema={kind.schema}
            value={condition}
            onChange={onChange}
            spot={here}
            shape={{ kind: "object", schema: kind.schema, name: kind.name }}
          />
        </div>
      )}
      {kind && together && (
        <div className="config-item-body">
          <Inner
            {...{ condition, shape, schema }}
            spot={here}
            kind={kind.value}
            onChange={onChange}
          />
        </div>
      )}
    </div>
  );
}

/** The conditions of a group within a group. */
function Inner(props: Omit<ConditionProps, "place" | "onRemove"> & { kind: string }) {
  const { condition, shape, schema, spot, kind, onChange } = props;
  const { root, subject, disabled } = useWhole();
  const labels = useLabels(subject);
  const list = asList(asDict(condition).of);
  const write = (of: unknown[]) => onChange({ ...asDict(condition), kind, of });
  return (
    <>
      {list.map((one, index) => (
        <Condition
          key={`${index}.${String(asDict(one).kind)}`}
          {...{ shape, schema, spot }}
          condition={one}
          place={inner(inner(spot.place, "of"), index)}
          onChange={(next) => write(list.map((old, at) => (at === index ? next : old)))}
          onRemove={() => write(list.filter((_, at) => at !== index))}
        />
      ))}
      {!disabled && (
        <div>
          <KindMenu
            label={labels.text("condition.add")}
            kinds={shape.kinds}
            onChoose={(chosen) => write([...list, ofKind(root, shape.key, chosen)])}
          />
        </div>
      )}
    </>
  );
}
