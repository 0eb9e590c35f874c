import { Input } from "@saleor/macaw-ui";
import { useContext } from "react";

import {
  CheckField,
  MomentField,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
} from "@/kit/fields";

import { CurrencyContext, useWhole, type PartProps } from "./context";
import { asDict } from "./document";
import { useLabels } from "./labels";
import type { Shape } from "./schema";
import { unitOf } from "./units";

export type Scalar<Kind extends Shape["kind"]> = PartProps & {
  shape: Extract<Shape, { kind: Kind }>;
  error?: string;
};

/** What is shown: what is written, or what counts while nothing is. */
export function shown(props: PartProps): unknown {
  return props.value === undefined ? props.schema.default : props.value;
}

function useField(props: PartProps & { error?: string }) {
  const { subject, disabled } = useWhole();
  const labels = useLabels(subject);
  return {
    labels,
    shared: {
      // A field without a name is nobody's; one that stands alone in its part has the part's.
      label: props.label || labels.label(props.spot),
      hint: labels.hint(props.spot),
      error: props.error,
      disabled,
      required: props.required,
    },
  };
}

export function BooleanPart(props: PartProps & { error?: string }) {
  const { shared } = useField(props);
  const { required: _required, ...rest } = shared;
  return <CheckField {...rest} value={shown(props) === true} onChange={props.onChange} />;
}

export function IntegerPart(props: Scalar<"integer">) {
  const { shared, labels } = useField(props);
  const currency = useContext(CurrencyContext);
  const { owner, property } = props.spot;
  const unit = unitOf(owner, property);
  const value = (shown(props) as number | null | undefined) ?? null;
  const field = { ...shared, value, onChange: props.onChange };
  if (unit === "money" && currency) return <MoneyField {...field} currency={currency} />;
  if (unit === "share") return <NumberField {...field} unit="%" digits={2} />;
  if (unit === "percent") return <NumberField {...field} unit="%" />;
  return (
    <NumberField
      {...field}
      unit={unit && unit !== "money" ? labels.text(`unit.${unit}`) : undefined}
    />
  );
}

export function StringPart(props: Scalar<"string">) {
  const { shared } = useField(props);
  const { format, maxLength = 0, pattern } = props.shape.schema;
  const written = shown(props);
  const text = typeof written === "string" ? written : "";
  if (format === "date-time")
    return (
      <MomentField {...shared} value={text || null} onChange={(moment) => props.onChange(moment)} />
    );
  if (format === "date" || format === "time")
    return (
      <Input
        role={undefined}
        label={shared.label}
        type={format}
        value={text}
        disabled={shared.disabled}
        error={Boolean(shared.error)}
        helperText={shared.error ?? shared.hint}
        onChange={(event) => props.onChange(event.target.value)}
      />
    );
  const rows = maxLength > 1000 && !pattern ? 3 : undefined;
  return <TextField {...shared} value={text} rows={rows} onChange={props.onChange} />;
}

export function EnumPart(props: Scalar<"enum"> & { empty?: string }) {
  const { shared, labels } = useField(props);
  const choices = props.shape.values.map((value) => ({
    value,
    label: labels.value(props.spot, props.shape.name, value),
  }));
  const value = shown(props);
  return (
    <SelectField
      {...shared}
      value={typeof value === "string" ? value : ""}
      choices={choices}
      onChange={props.onChange}
    />
  );
}

/** A text, a whole number, or yes or no: which of them is chosen first. */
export function ScalarPart(props: PartProps & { error?: string }) {
  const { shared, labels } = useField(props);
  const { value, onChange } = props;
  const kind = typeof value === "number" || typeof value === "boolean" ? typeof value : "string";
  const first: Record<string, unknown> = { string: "", number: 0, boolean: true };
  const kinds = ["string", "number", "boolean"].map((one) => ({
    value: one,
    label: labels.text(`scalar.${one}`),
  }));
  return (
    <div className="fields-row">
      <SelectField
        label={labels.text("scalar")}
        value={kind}
        choices={kinds}
        disabled={shared.disabled}
        onChange={(chosen) => onChange(first[chosen])}
      />
      {kind === "boolean" ? (
        <CheckField
          label={shared.label}
          value={value === true}
          onChange={onChange}
          disabled={shared.disabled}
        />
      ) : kind === "number" ? (
        <NumberField
          {...shared}
          value={value as number}
          onChange={(number) => onChange(number ?? 0)}
        />
      ) : (
        <TextField {...shared} value={typeof value === "string" ? value : ""} onChange={onChange} />
      )}
    </div>
  );
}

/** The currency of what is in an object, where the object names one. */
export function currencyIn(value: unknown, around: string): string {
  const { currency } = asDict(value);
  return typeof currency === "string" && /^[A-Z]{3}$/.test(currency) ? currency : around;
}
