// Changes of a document: each gives a new one, and leaves alone what it does not know.
import { followed, shapeOf, type Schema } from "./schema";

export type Dict = Record<string, unknown>;

export function asDict(value: unknown): Dict {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Dict)
    : {};
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** With a value under a name; undefined takes the name away. */
export function put(document: unknown, name: string, value: unknown): Dict {
  const { [name]: _old, ...rest } = asDict(document);
  if (value === undefined) return rest;
  // In its old place, so that a text view does not jump about.
  const kept = asDict(document);
  return name in kept ? { ...kept, [name]: value } : { ...rest, [name]: value };
}

export function putAt(list: unknown[], index: number, value: unknown): unknown[] {
  return list.map((old, place) => (place === index ? value : old));
}

export function moved(list: unknown[], from: number, to: number): unknown[] {
  const rest = list.filter((_, place) => place !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}

/** The least that a new part must say. What has no obvious first value is left for the merchant. */
export function emptyOf(root: Schema, schema: Schema): unknown {
  const shape = shapeOf(root, schema);
  if (shape.kind === "object") return emptyObject(root, shape.schema);
  if (shape.kind === "list") return [];
  if (shape.kind === "map") return {};
  if (shape.kind === "boolean") return false;
  if (shape.kind === "enum") return shape.values[0];
  if (shape.kind === "choice" && shape.kinds.length === 1 && shape.kinds[0])
    return ofKind(root, shape.key, shape.kinds[0]);
  return undefined;
}

function emptyObject(root: Schema, schema: Schema): Dict {
  const filled: Dict = {};
  for (const name of schema.required ?? []) {
    const property = schema.properties?.[name] ?? {};
    const value = followed(root, property).schema.const ?? emptyOf(root, property);
    if (value !== undefined) filled[name] = value;
  }
  return filled;
}

/** A new part of a kind; what the part before it says under the same names stays. */
export function ofKind(
  root: Schema,
  key: string,
  kind: { value: string; schema: Schema },
  before: unknown = {},
): Dict {
  const names = new Set(Object.keys(kind.schema.properties ?? {}));
  const kept = Object.fromEntries(
    Object.entries(asDict(before)).filter(([name, value]) => {
      const property = kind.schema.properties?.[name];
      if (!names.has(name) || name === key || !property) return false;
      const shape = shapeOf(root, property);
      return typeof value !== "object" || (shape.kind === "map" && !Array.isArray(value));
    }),
  );
  return { [key]: kind.value, ...emptyObject(root, kind.schema), ...kept, [key]: kind.value };
}

/** A name nothing else in the list has: "bonus", "bonus-2", … */
export function freshSlug(list: unknown[], stem: string): string {
  const taken = new Set(list.map((one) => asDict(one).slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
