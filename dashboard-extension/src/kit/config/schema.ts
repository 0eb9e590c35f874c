// What the server's JSON Schema says, in the few shapes that a form knows.

/** A JSON Schema 2020-12 as pydantic writes it, with the server's own x-… beside. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  title?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  discriminator?: { propertyName: string; mapping: Record<string, string> };
  additionalProperties?: boolean | Schema;
  patternProperties?: Record<string, Schema>;
  propertyNames?: Schema;
  "x-group"?: string;
  "x-catalogue"?: string;
}

export interface Kind {
  /** What stands in the document: "basis_minimum". */
  value: string;
  /** What the definition is called: "BasisMinimum". */
  name: string;
  schema: Schema;
}

export type Shape =
  | { kind: "object"; schema: Schema; name: string }
  | { kind: "choice"; key: string; kinds: Kind[] }
  | { kind: "list"; items: Schema; schema: Schema }
  | { kind: "map"; keys: Schema; values: Schema; schema: Schema }
  | { kind: "optional"; inner: Schema }
  | { kind: "enum"; values: string[]; name: string }
  | { kind: "boolean" }
  | { kind: "integer"; schema: Schema }
  | { kind: "string"; schema: Schema }
  | { kind: "scalar" }
  | { kind: "unknown" };

function nameOf(reference: string): string {
  return reference.split("/").at(-1) ?? "";
}

/** What a reference leads to, and by which name. */
export function followed(root: Schema, schema: Schema): { schema: Schema; name: string } {
  let name = "";
  let there = schema;
  while (there.$ref) {
    name = nameOf(there.$ref);
    there = root.$defs?.[name] ?? {};
  }
  return { schema: there, name };
}

const SCALARS = new Set(["boolean", "integer", "string"]);

export function shapeOf(root: Schema, written: Schema): Shape {
  const { schema, name } = followed(root, written);
  if (schema.oneOf && schema.discriminator) return choice(root, schema.discriminator);
  if (schema.anyOf) return either(schema.anyOf);
  if (schema.enum) return { kind: "enum", values: schema.enum.map(String), name };
  if (schema.type === "object") return objectOrMap(schema, name);
  if (schema.type === "array" && schema.items) return { kind: "list", items: schema.items, schema };
  if (schema.type === "boolean") return { kind: "boolean" };
  if (schema.type === "integer") return { kind: "integer", schema };
  if (schema.type === "string") return { kind: "string", schema };
  return { kind: "unknown" };
}

function choice(root: Schema, discriminator: NonNullable<Schema["discriminator"]>): Shape {
  const kinds = Object.entries(discriminator.mapping).map(([value, reference]) => ({
    value,
    ...followed(root, { $ref: reference }),
  }));
  return { kind: "choice", key: discriminator.propertyName, kinds };
}

function either(parts: Schema[]): Shape {
  const real = parts.filter(({ type }) => type !== "null");
  if (real.length < parts.length && real[0])
    return { kind: "optional", inner: real.length === 1 ? real[0] : { anyOf: real } };
  if (parts.every(({ type, format }) => SCALARS.has(type ?? "") && !format))
    return { kind: "scalar" };
  return { kind: "unknown" };
}

function objectOrMap(schema: Schema, name: string): Shape {
  if (schema.properties) return { kind: "object", schema, name };
  const pattern = Object.keys(schema.patternProperties ?? {})[0];
  const values =
    typeof schema.additionalProperties === "object"
      ? schema.additionalProperties
      : schema.patternProperties?.[pattern ?? ""];
  if (!values) return { kind: "unknown" };
  return { kind: "map", keys: { pattern, ...schema.propertyNames }, values, schema };
}

/** Whether what stands there is something this shape can be shown with. */
export function fits(shape: Shape, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  switch (shape.kind) {
    case "object":
    case "map":
    case "choice":
      return typeof value === "object" && !Array.isArray(value);
    case "list":
      return Array.isArray(value);
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isSafeInteger(value);
    case "string":
    case "enum":
      return typeof value === "string";
    case "scalar":
      return typeof value !== "object";
    case "optional":
      return true;
    case "unknown":
      return false;
  }
}
