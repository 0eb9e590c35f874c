import "./config.css";

import { Button } from "@saleor/macaw-ui";
import { useMemo, useState } from "react";

import type { LoyaltyConfigured } from "@/graphql/schema";
import { Callout, Card } from "@/kit/Card";
import { Failed, Loading } from "@/kit/states";

import { WholeContext, inner, useWhole, type Spot } from "./context";
import { asDict, put } from "./document";
import { faultAt, type Fault } from "./faults";
import { JsonPart } from "./JsonPart";
import { useLabels } from "./labels";
import { arranged } from "./layout";
import { FieldSet } from "./FieldSet";
import { fieldsOf } from "./ObjectPart";
import { Part } from "./Part";
import { shapeOf, type Schema } from "./schema";
import { isWide } from "./special";
import { useConfigSchema } from "./use-schema";

export { useConfigFaults, type Fault } from "./faults";

interface ConfigEditorProps {
  subject: LoyaltyConfigured;
  /** The document. What the form does not know of it stays as it is. */
  value: unknown;
  onChange: (config: unknown) => void;
  faults?: Fault[];
  /** A part of the document, as "earning": what only and without name is inside of it. */
  part?: string;
  only?: string[];
  without?: string[];
  /** Without cards of its own: to stand inside a card of the page. */
  plain?: boolean;
  /** Plain, and a single part without its name: the card of the page says it. */
  bare?: boolean;
  disabled?: boolean;
}

const NO_FAULTS: Fault[] = [];

/** The form of a configuration, made from the server's own schema of it. */
export function ConfigEditor(props: ConfigEditorProps) {
  const { subject, value, faults = NO_FAULTS, disabled = false } = props;
  const { data: root, error, again } = useConfigSchema(subject);
  const whole = useMemo(
    () => root && { subject, root, document: value, faults, disabled },
    [subject, root, value, faults, disabled],
  );
  if (error) return <Failed error={error} retry={again} />;
  if (!whole) return <Loading />;
  return (
    <WholeContext.Provider value={whole}>
      <Form {...props} root={whole.root} />
    </WholeContext.Provider>
  );
}

function Form(props: ConfigEditorProps & { root: Schema }) {
  const {
    subject,
    value,
    onChange,
    part = "",
    only,
    without,
    plain,
    bare,
    root,
    faults = NO_FAULTS,
    disabled,
  } = props;
  const labels = useLabels(subject);
  const [asText, setAsText] = useState(false);
  const path = part === "" ? [] : part.split(".");
  const { schema, owner } = within(root, subject, path);
  const there = path.reduce<unknown>((at, name) => asDict(at)[name], value);
  const write = (next: unknown) => onChange(putDeep(value, path, next));
  const properties = fieldsOf(root, schema);
  const { shown, folded } = arranged(owner, Object.keys(properties));
  const names = [...shown, ...folded].filter(
    (name) => (only?.includes(name) ?? true) && !without?.includes(name),
  );
  const entire = only === undefined && without === undefined && part === "";
  const wrong = only === undefined ? faultAt(faults, part) : undefined;
  const spotOf = (name: string): Spot => ({ place: inner(part, name), property: name, owner });
  const field = (name: string, label?: string) => (
    <Part
      key={name}
      schema={properties[name] ?? {}}
      value={asDict(there)[name]}
      onChange={(next) => write(put(there, name, next))}
      spot={spotOf(name)}
      label={label}
      required={schema.required?.includes(name)}
    />
  );
  const wide = (name: string) => isWide(root, shapeOf(root, properties[name] ?? {}), spotOf(name));
  const basics = names.filter((name) => !wide(name) || isTexts(root, properties[name]));
  const parts = names.filter((name) => !basics.includes(name));
  const sets = { properties, owner };
  return (
    <div className="config">
      {wrong && (
        <Callout mood="error">
          <p>{wrong}</p>
        </Callout>
      )}
      {entire && (
        <div className="config-mode">
          <Button
            variant="tertiary"
            size="small"
            onClick={() => setAsText(!asText)}
            aria-pressed={asText}
          >
            {labels.text(asText ? "form.as-form" : disabled ? "form.show-text" : "form.as-text")}
          </Button>
        </div>
      )}
      {asText && entire ? (
        <Whole onChange={onChange} value={value} />
      ) : plain ? (
        <FieldSet names={names} {...sets} field={(name) => field(name, bare ? "" : undefined)} />
      ) : (
        <>
          {basics.length > 0 && (
            <Card title={labels.text("form.basics")}>
              <FieldSet names={basics} {...sets} field={field} />
            </Card>
          )}
          {parts.map((name) => (
            <Card key={name} title={labels.label(spotOf(name))} intro={labels.hint(spotOf(name))}>
              {field(name, "")}
            </Card>
          ))}
        </>
      )}
    </div>
  );
}

function Whole({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const { subject, faults } = useWhole();
  const labels = useLabels(subject);
  const said = faults.map(({ place, text }) => (place ? `${place}: ${text}` : text));
  return (
    <Card title={labels.text("form.text")}>
      <JsonPart
        schema={{}}
        value={value}
        onChange={(next) => onChange(next ?? {})}
        spot={{ place: "", property: "", owner: subject }}
        label={labels.text("form.text")}
        error={said.length > 0 ? said.join("\n") : undefined}
      />
    </Card>
  );
}

function isTexts(root: Schema, schema: Schema | undefined): boolean {
  const shape = shapeOf(root, schema ?? {});
  return shape.kind === "map" && shape.keys.format === "language";
}

function within(root: Schema, subject: string, path: string[]): { schema: Schema; owner: string } {
  let schema = root;
  let owner = subject;
  for (const name of path) {
    const found = shapeOf(root, schema.properties?.[name] ?? {});
    const shape = found.kind === "optional" ? shapeOf(root, found.inner) : found;
    if (shape.kind !== "object") return { schema: {}, owner };
    schema = shape.schema;
    owner = shape.name;
  }
  return { schema, owner };
}

function putDeep(document: unknown, path: string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  return put(document, name, putDeep(asDict(document)[name], rest, value));
}
