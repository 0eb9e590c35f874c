import type { IntlShape } from "react-intl";

import kit from "@/kit/messages";
import { digitsOf } from "@/kit/format";

import { kindOf } from "./ChoicePart";
import { asDict, asList } from "./document";
import type { Labels } from "./labels";
import { arranged } from "./layout";
import type { Found, Reading } from "./place-name";
import { followed, shapeOf, type Schema } from "./schema";
import { textOf } from "./summary";
import { unitOf } from "./units";

type There = Pick<Found, "spot" | "currency" | "written">;

/** What stands at a place, as people would say it; of a thing only what it says, not what it leaves
 * open. Nothing is an empty text. */
export function said(reading: Reading, { schema, ...there }: Found, value: unknown): string {
  return schema ? say(reading, schema, there, value) : plain(reading.intl, reading.labels, value);
}

function say(reading: Reading, schema: Schema, there: There, value: unknown): string {
  const { root, intl, labels } = reading;
  if (isNothing(value)) return "";
  const shape = shapeOf(root, schema);
  switch (shape.kind) {
    case "optional":
      return say(reading, shape.inner, there, value);
    case "enum":
      return labels.value(there.spot, shape.name, String(value));
    case "integer":
      return number(intl, labels, there, value);
    case "string":
      return moment(intl, shape.schema, value) ?? plain(intl, labels, value);
    case "list":
      return asList(value)
        .map((one) => nameOf(intl, there, one) ?? say(reading, shape.items, there, one))
        .join(typeof asList(value)[0] === "object" ? "; " : ", ");
    case "map":
      if (shape.keys.format === "language") return textOf(value, intl.locale);
      return Object.entries(asDict(value))
        .map(([key, one]) => {
          const isMoney = shape.keys.format === "currency";
          const inner = isMoney ? { ...there, currency: key } : there;
          const text = say(reading, shape.values, inner, one);
          return isMoney && typeof one === "number" ? text : `${key}: ${text}`;
        })
        .join(", ");
    case "object":
      return properties(reading, shape.schema, shape.name || there.spot.owner, there, value);
    case "choice": {
      const kind = kindOf(shape, typeof value === "string" ? { [shape.key]: value } : value);
      if (!kind) return plain(intl, labels, value);
      const rest = { ...asDict(value), [shape.key]: undefined };
      const inner = properties(reading, kind.schema, kind.name, there, rest);
      return inner ? `${labels.kind(kind.name)} (${inner})` : labels.kind(kind.name);
    }
    default:
      return plain(intl, labels, value);
  }
}

/** What a thing says beyond what counts anyway, each with its label. */
function properties(
  reading: Reading,
  schema: Schema,
  owner: string,
  there: There,
  value: unknown,
): string {
  const document = asDict(value);
  const currency = typeof document.currency === "string" ? document.currency : there.currency;
  const { shown, folded } = arranged(owner, Object.keys(schema.properties ?? {}));
  return [...shown, ...folded]
    .map((property) => {
      const one = document[property];
      const inner = schema.properties?.[property] ?? {};
      const usual = inner.default ?? followed(reading.root, inner).schema.default;
      if (isNothing(one) || JSON.stringify(one) === JSON.stringify(usual)) return "";
      const spot = { owner, property };
      const text = say(reading, inner, { ...there, spot, currency }, one);
      return text && `${reading.labels.label(spot)}: ${text}`;
    })
    .filter(Boolean)
    .join("; ");
}

function number(intl: IntlShape, labels: Labels, there: There, value: unknown): string {
  if (typeof value !== "number") return plain(intl, labels, value);
  const { spot, currency } = there;
  const unit = unitOf(spot.owner, spot.property);
  // Of maps by currency the values are money, unless they have a unit of their own.
  if (currency && (unit === undefined || unit === "money")) return money(intl, currency, value);
  if (unit === "share" || unit === "percent") {
    const share = unit === "share" ? value / 10_000 : value / 100;
    return intl.formatNumber(share, { style: "percent", maximumFractionDigits: 2 });
  }
  const figure = intl.formatNumber(value);
  // Points are called so by their label.
  const isClear = unit === undefined || unit === "money" || unit === "points";
  return isClear ? figure : `${figure} ${labels.text(`unit.${unit}`)}`;
}

/** Minor units, exactly. */
export function money(intl: IntlShape, currency: string, minor: number): string {
  const digits = digitsOf(currency);
  const text = String(minor).padStart(digits + 1, "0");
  const exact = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  // Text is exact where a number would not be; browsers format it since 2023.
  return new Intl.NumberFormat(intl.locale, { style: "currency", currency }).format(
    exact as unknown as number,
  );
}

function moment(intl: IntlShape, { format }: Schema, value: unknown): string | undefined {
  if (format !== "date-time" || typeof value !== "string") return undefined;
  return intl.formatDate(value, { dateStyle: "medium", timeStyle: "short" });
}

/** Where a list is only in another order, slugs are said: what has it says its name. */
function nameOf(intl: IntlShape, { written }: There, one: unknown): string | undefined {
  if (typeof one !== "string") return undefined;
  const things = written.flatMap((list) => asList(list));
  const thing = things.find((other) => asDict(other).slug === one);
  return thing === undefined ? undefined : textOf(asDict(thing).name, intl.locale) || one;
}

function plain(intl: IntlShape, labels: Labels, value: unknown): string {
  if (isNothing(value)) return "";
  if (typeof value === "boolean") return intl.formatMessage(value ? kit.yes : kit.no);
  if (typeof value === "number") return intl.formatNumber(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map((one) => plain(intl, labels, one)).join(", ");
  return Object.entries(asDict(value))
    .filter(([, inner]) => !isNothing(inner))
    .map(([name, inner]) => {
      const label = labels.label({ owner: "", property: name });
      return `${label}: ${plain(intl, labels, inner)}`;
    })
    .join("; ");
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
