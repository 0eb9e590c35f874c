import { useIntl, type IntlShape } from "react-intl";

import type { LoyaltyConfigured } from "@/graphql/schema";

import { kindOf } from "./ChoicePart";
import type { Spot } from "./context";
import { asDict, asList } from "./document";
import { useLabels, type Labels } from "./labels";
import { shapeOf, type Schema } from "./schema";
import { textOf } from "./summary";
import { useConfigSchema } from "./use-schema";

/** What the form calls a place: "earning.rates.USD.points" is "Earning › Points for money › USD › Points". */
export function usePlaceName(subject: LoyaltyConfigured): (place: string) => string {
  const intl = useIntl();
  const { data: root } = useConfigSchema(subject);
  const labels = useLabels(subject);
  return (place) => (root ? placeAt({ root, labels, subject, intl }, place).name : place);
}

export interface Reading {
  root: Schema;
  labels: Labels;
  subject: string;
  intl: IntlShape;
  /** What is written there: of these the things of a list have their names. */
  documents?: readonly unknown[];
}

/** A place of a configuration. */
export interface Found {
  /** As the form calls it. */
  name: string;
  /** Undefined where the schema knows no such place. */
  schema: Schema | undefined;
  spot: Pick<Spot, "owner" | "property">;
  /** Of the money there; empty where none is known. */
  currency: string;
  /** What the documents have there. */
  written: unknown[];
}

export function placeAt(reading: Reading, place: string): Found {
  const { root, subject, documents = [] } = reading;
  let found: Found = {
    name: "",
    schema: root,
    spot: { owner: subject, property: "" },
    currency: "",
    written: [...documents],
  };
  for (const part of place.split(".")) {
    const step = found.schema ? into(reading, found, found.schema, part) : { said: part };
    found = {
      name: found.name ? `${found.name} › ${step.said}` : step.said,
      schema: step.schema,
      spot: step.spot ?? found.spot,
      currency: step.currency ?? currencyIn(found),
      written: found.written.map((one) => inside(one, part)),
    };
  }
  return found;
}

interface Step {
  said: string;
  schema?: Schema;
  spot?: Found["spot"];
  currency?: string;
}

function into(reading: Reading, found: Found, schema: Schema, part: string): Step {
  const { root, labels, intl } = reading;
  const shape = shapeOf(root, schema);
  const { spot } = found;
  if (shape.kind === "optional") return into(reading, found, shape.inner, part);
  if (shape.kind === "list") {
    const things = found.written.map((list) => inside(list, part)).filter(Boolean);
    const called =
      textOf(asDict(things[0]).name, intl.locale) || kindName(reading, shape.items, things[0]);
    const said = /^\d+$/.test(part) ? labels.text("form.item", { number: Number(part) + 1 }) : part;
    return { said: called || said, schema: shape.items };
  }
  if (shape.kind === "map") {
    const { format } = shape.keys;
    const said = format === "language" ? languageName(intl.locale, part) : part;
    return { said, schema: shape.values, ...(format === "currency" ? { currency: part } : {}) };
  }
  // Which kind it is, a place does not say: what is written there does, or else the first that has
  // such a property.
  const kind =
    shape.kind === "choice"
      ? (found.written.map((one) => kindOf(shape, one)).find((one) => has(one?.schema, part)) ??
        shape.kinds.find((one) => has(one.schema, part)))
      : undefined;
  const object = shape.kind === "object" ? shape : kind;
  const property = object?.schema.properties?.[part];
  // What no configuration has, a check may name: a tier of the ladder, a campaign.
  if (!object || !property) return { said: labels.label({ owner: spot.owner, property: part }) };
  const here = { owner: object.name || spot.owner, property: part };
  const isKind = shape.kind === "choice" && shape.key === part;
  return { said: labels.label(here), schema: isKind ? schema : property, spot: here };
}

/** The kind of a thing that is one of several; empty where there are none. */
function kindName({ root, labels }: Reading, schema: Schema, value: unknown): string {
  const shape = shapeOf(root, schema);
  const kind = shape.kind === "choice" ? kindOf(shape, value) : undefined;
  return kind ? labels.kind(kind.name) : "";
}

function has(schema: Schema | undefined, property: string): boolean {
  return schema?.properties?.[property] !== undefined;
}

/** By its name, its number, or the slug of a thing in a list. */
function inside(value: unknown, part: string): unknown {
  if (!Array.isArray(value)) return asDict(value)[part];
  return value.find((one) => asDict(one).slug === part) ?? asList(value)[Number(part)];
}

/** Beside an amount may stand which currency it is in. */
function currencyIn({ currency, written }: Found): string {
  const said = written.map((one) => asDict(one).currency).find((one) => typeof one === "string");
  return typeof said === "string" ? said : currency;
}

function languageName(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
