import { Button, Text } from "@saleor/macaw-ui";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";

import { SelectField, TextField } from "@/kit/fields";

import { CatalogueName, CatalogueSearch } from "./CataloguePart";
import { inner, useWhole, type PartProps } from "./context";
import { asDict, emptyOf, put } from "./document";
import { faultAt } from "./faults";
import { useKnown, type KnownKind } from "./KnownPart";
import { useLabels } from "./labels";
import { PartFault, PartTitle } from "./ObjectPart";
import { Part } from "./Part";
import { shapeOf, type Shape } from "./schema";

const KEYS: Record<string, KnownKind | "variant" | "number"> = {
  "SpendingConfig.mode_by_channel": "channel",
  points_by_tier: "tier",
  "PLAN.variants": "variant",
  milestones: "number",
  years: "number",
};

type Props = PartProps & { shape: Extract<Shape, { kind: "map" }>; error?: string };

/** Values under names that the merchant chooses. */
export function MapPart({ value, onChange, spot, label, shape }: Props) {
  const { root, subject, faults, disabled } = useWhole();
  const labels = useLabels(subject);
  const entries = asDict(value);
  const kind = KEYS[`${spot.owner}.${spot.property}`] ?? KEYS[spot.property];
  const values = shapeOf(root, shape.values);
  const boxed = values.kind === "object";
  const title = label ?? labels.label(spot);
  return (
    <div className="config-group" role="group" aria-label={title || labels.label(spot)}>
      {title !== "" && <PartTitle label={title} hint={labels.hint(spot)} />}
      <PartFault text={faultAt(faults, spot.place)} />
      {Object.keys(entries).map((key) => (
        <div key={key} className={boxed ? "config-item" : "config-entry"}>
          <div className="config-item-head">
            <span className="config-toggle">
              <Text size={3} fontWeight="medium">
                <KeyName kind={kind} name={key} spot={spot} />
              </Text>
            </span>
            {!disabled && (
              <Button
                variant="tertiary"
                size="small"
                icon={<Trash2 size={16} />}
                aria-label={labels.text("form.remove", { name: key })}
                onClick={() => onChange(put(entries, key, undefined))}
              />
            )}
          </div>
          <div className={boxed ? "config-item-body" : undefined}>
            <Part
              schema={shape.values}
              value={entries[key]}
              onChange={(next) => onChange(put(entries, key, next ?? null))}
              spot={{ place: inner(spot.place, key), property: spot.property, owner: spot.owner }}
              label={boxed ? "" : labels.text("map.value")}
            />
          </div>
        </div>
      ))}
      {!disabled && (
        <KeyAdder
          kind={kind}
          taken={Object.keys(entries)}
          onAdd={(key) => onChange(put(entries, key, emptyOf(root, shape.values) ?? null))}
        />
      )}
    </div>
  );
}

function KeyName({
  kind,
  name,
  spot,
}: {
  kind: string | undefined;
  name: string;
  spot: PartProps["spot"];
}) {
  const { subject } = useWhole();
  const labels = useLabels(subject);
  const known = useKnown(kind === "channel" || kind === "tier" ? kind : undefined);
  if (kind === "variant") return <CatalogueName kind="VARIANT" id={name} />;
  if (kind === "number")
    return <>{labels.text(`map.${spot.property}`, { number: Number(name) })}</>;
  return <>{known?.find(({ value }) => value === name)?.label ?? name}</>;
}

interface KeyAdderProps {
  kind: string | undefined;
  taken: string[];
  onAdd: (key: string) => void;
}

function KeyAdder({ kind, taken, onAdd }: KeyAdderProps) {
  const { subject } = useWhole();
  const labels = useLabels(subject);
  const [typed, setTyped] = useState("");
  const known = useKnown(kind === "channel" || kind === "tier" ? kind : undefined);
  const free = known?.filter(({ value }) => !taken.includes(value));
  const text = typed.trim();
  const right = kind === "number" ? /^[1-9]\d{0,5}$/.test(text) : /^[-\w]{1,50}$/.test(text);
  if (kind === "variant")
    return (
      <CatalogueSearch
        kind="VARIANT"
        label={labels.text("map.add-variant")}
        taken={taken}
        onChoose={onAdd}
      />
    );
  if (free)
    return free.length === 0 ? null : (
      <SelectField
        label={labels.text("form.add")}
        value=""
        choices={[{ value: "", label: labels.text("form.choose") }, ...free]}
        onChange={(key) => key && onAdd(key)}
      />
    );
  return (
    <div className="config-row">
      <TextField
        label={labels.text(kind === "number" ? "map.number" : "map.key")}
        value={typed}
        onChange={setTyped}
      />
      <Button
        variant="secondary"
        icon={<Plus size={16} />}
        disabled={!right || taken.includes(text)}
        onClick={() => {
          onAdd(text);
          setTyped("");
        }}
      >
        {labels.text("form.add")}
      </Button>
    </div>
  );
}
