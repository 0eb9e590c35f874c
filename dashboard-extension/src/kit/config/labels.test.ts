import { expect, test } from "vitest";

import { fieldsOf } from "./ObjectPart";
import { keyOf, kindNames, labelNames, valueNames } from "./labels";
import { isHidden } from "./layout";
import { shapeOf, type Schema } from "./schema";
import schemas from "./testing/schemas.json";

/** Every name that the form of a subject shows, with the keys its text may have. */
function shownNames(subject: string, root: Schema): string[][] {
  const needed = new Map<string, string[]>();
  const seen = new Set<string>();
  const need = (names: string[]) => needed.set(names.join(), names);

  function object(schema: Schema, owner: string) {
    if (seen.has(owner)) return;
    seen.add(owner);
    for (const [property, inside] of Object.entries(fieldsOf(root, schema))) {
      if (isHidden(owner, property)) continue;
      need(labelNames(subject, owner, property));
      part(inside, owner, property);
    }
  }
  function part(schema: Schema, owner: string, property: string): void {
    const shape = shapeOf(root, schema);
    if (shape.kind === "object") object(shape.schema, shape.name);
    if (shape.kind === "optional") part(shape.inner, owner, property);
    if (shape.kind === "list") part(shape.items, owner, property);
    if (shape.kind === "map") part(shape.values, owner, property);
    if (shape.kind === "enum")
      for (const value of shape.values) need(valueNames({ owner, property }, shape.name, value));
    if (shape.kind === "choice")
      for (const kind of shape.kinds) {
        need(kindNames(subject, kind.name));
        object(kind.schema, kind.name);
      }
  }
  object(root, subject);
  return [...needed.values()];
}

test.each(Object.entries(schemas as unknown as Record<string, Schema>))(
  "%s: everything has a name for people",
  (subject, root) => {
    const names = shownNames(subject, root);
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((some) => keyOf(some) === undefined)).toEqual([]);
  },
);

test("every shape of the schemas is one that the form knows", () => {
  const unknown: string[] = [];
  for (const [subject, root] of Object.entries(schemas as unknown as Record<string, Schema>))
    for (const [name, definition] of Object.entries({ [subject]: root, ...root.$defs }))
      for (const [property, schema] of Object.entries(definition.properties ?? {}))
        if (shapeOf(root, schema).kind === "unknown")
          unknown.push(`${subject}.${name}.${property}`);
  expect(unknown).toEqual([]);
});
