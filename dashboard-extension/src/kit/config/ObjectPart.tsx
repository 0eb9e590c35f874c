import { Button, Text } from "@saleor/macaw-ui";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useContext, useState, type ReactNode } from "react";

import { CurrencyContext, inner, useWhole, type PartProps } from "./context";
import { asDict, put } from "./document";
import { faultAt, faultWithin } from "./faults";
import { FieldSet } from "./FieldSet";
import { useLabels } from "./labels";
import { arranged } from "./layout";
import { Part } from "./Part";
import { currencyIn } from "./scalars";
import { followed, type Schema, type Shape } from "./schema";

type ObjectShape = Extract<Shape, { kind: "object" }>;

/** An object inside another one: its fields in a box under its name; without a name, no box. */
export function ObjectPart(props: PartProps & { shape: ObjectShape }) {
  const { subject, faults } = useWhole();
  const labels = useLabels(subject);
  const label = props.label ?? labels.label(props.spot);
  const hint = labels.hint(props.spot);
  const said = faultAt(faults, props.spot.place);
  const fields = <ObjectFields {...props} />;
  if (label === "")
    return (
      <>
        <PartFault text={said} />
        {fields}
      </>
    );
  return (
    <div className="config-group" role="group" aria-label={label}>
      <PartTitle label={label} hint={hint} />
      <PartFault text={said} />
      <div className="config-box">{fields}</div>
    </div>
  );
}

export function PartTitle({ label, hint }: { label: string; hint?: string }) {
  return (
    <div>
      <Text as="p" size={3} fontWeight="medium" margin={0}>
        {label}
      </Text>
      {hint && (
        <Text as="p" size={2} color="default2" margin={0}>
          {hint}
        </Text>
      )}
    </div>
  );
}

export function PartFault({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Text as="p" size={2} color="critical1" margin={0} role="alert">
      {text}
    </Text>
  );
}

/** The fields of an object, short ones side by side, rare ones folded away. */
export function ObjectFields({ value, onChange, spot, shape }: PartProps & { shape: ObjectShape }) {
  const { root } = useWhole();
  const around = useContext(CurrencyContext);
  const owner = shape.name || spot.owner;
  const properties = fieldsOf(root, shape.schema);
  const { shown, folded } = arranged(owner, Object.keys(properties));
  const field = (name: string) => (
    <Part
      key={name}
      schema={properties[name] ?? {}}
      value={asDict(value)[name]}
      onChange={(next) => onChange(put(value, name, next))}
      spot={{ place: inner(spot.place, name), property: name, owner }}
      required={shape.schema.required?.includes(name)}
    />
  );
  return (
    <CurrencyContext.Provider value={currencyIn(value, around)}>
      <FieldSet names={shown} properties={properties} owner={owner} field={field} />
      {folded.length > 0 && (
        <Folded place={spot.place} names={folded}>
          <FieldSet names={folded} properties={properties} owner={owner} field={field} />
        </Folded>
      )}
    </CurrencyContext.Provider>
  );
}

/** The properties somebody can write: not the constant that says which kind it is. */
export function fieldsOf(root: Schema, schema: Schema): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(
      ([, property]) => followed(root, property).schema.const === undefined,
    ),
  );
}

function Folded({
  place,
  names,
  children,
}: {
  place: string;
  names: string[];
  children: ReactNode;
}) {
  const { subject, faults } = useWhole();
  const labels = useLabels(subject);
  const [open, setOpen] = useState(false);
  const wrong = names.some((name) => faultWithin(faults, inner(place, name)));
  const seen = open || wrong;
  return (
    <div className="config-folded">
      <Button
        variant="tertiary"
        size="small"
        aria-expanded={seen}
        icon={seen ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
        onClick={() => setOpen(!seen)}
      >
        {labels.text("form.more")}
      </Button>
      {seen && children}
    </div>
  );
}
