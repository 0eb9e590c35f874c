import type { LoyaltyConfigured } from "@/graphql/schema";

import { kindOf } from "./ChoicePart";
import { asDict } from "./document";
import { useLabels, type Labels } from "./labels";
import { shapeOf, type Schema } from "./schema";
import { useConfigSchema } from "./use-schema";

/** What the form calls a place: "earning.rates.USD.points" is "Earning › Points for money › USD › Points". */
export function usePlaceName(subject: LoyaltyConfigured): (place: string) => string {
  const { data: root } = useConfigSchema(subject);
  const labels = useLabels(subject);
  return (place) => (root ? placeName(root, labels, subject, place) : place);
}

export function placeName(root: Schema, labels: Labels, subject: string, place: string): string {
  const said: string[] = [];
  let schema: Schema | undefined = root;
  let owner: string = subject;
  for (const part of place.split(".")) {
    const step: Step = schema ? into(root, schema, owner, part, labels) : { said: part };
    said.push(step.said);
    schema = step.schema;
    owner = step.owner ?? owner;
  }
  return said.join(" › ");
}

interface Step {
  said: string;
  schema?: Schema;
  owner?: string;
}

function into(root: Schema, schema: Schema, owner: string, part: string, labels: Labels): Step {
  const shape = shapeOf(root, schema);
  if (shape.kind === "optional") return into(root, shape.inner, owner, part, labels);
  if (shape.kind === "list") {
    const said = /^\d+$/.test(part) ? labels.text("form.item", { number: Number(part) + 1 }) : part;
    return { said, schema: shape.items, owner };
  }
  if (shape.kind === "map") return { said: part, schema: shape.values, owner };
  // Which kind it is, a place does not say: the first that has such a property will do.
  const kind =
    shape.kind === "choice" ? shape.kinds.find((one) => one.schema.properties?.[part]) : undefined;
  const object = shape.kind === "object" ? shape : kind;
  const inside = object?.schema.properties?.[part];
  // What no configuration has, a check may name: a tier of the ladder, a campaign.
  if (!object || !inside) return { said: labels.label({ owner, property: part }) };
  const name = object.name || owner;
  return { said: labels.label({ owner: name, property: part }), schema: inside, owner: name };
}

/** The kind of a thing that is one of several, for people. */
export function kindName(root: Schema, labels: Labels, schema: Schema, value: unknown): string {
  const shape = shapeOf(root, schema);
  const kind = shape.kind === "choice" ? kindOf(shape, value) : undefined;
  return kind ? labels.kind(kind.name) : String(asDict(value).kind ?? "");
}
