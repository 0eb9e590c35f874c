import { readdirSync, readFileSync } from "node:fs";

import { buildSchema } from "graphql";
import { expect, test } from "vitest";

import messages from "./messages";

// Tests run in the folder of the pages.
const MUTATIONS = "../saleor_loyalty/api/mutations";

/** By its class: whether the server writes it down, which goes by whom of the staff may do it. */
function writtenDown(): Map<string, boolean> {
  const sources = readdirSync(MUTATIONS)
    .filter((name) => name.endsWith(".py"))
    .map((name) => readFileSync(`${MUTATIONS}/${name}`, "utf8"));
  const classes = sources.flatMap((source) => source.split(/^(?=class )/m).slice(1));
  return new Map(
    classes.flatMap((one) => {
      const name = /^class (\w+)\(LoyaltyMutation\):/.exec(one)?.[1];
      return name ? [[name, /^ {4}(staff_)?permission = Permission\./m.test(one)] as const] : [];
    }),
  );
}

const schema = buildSchema(readFileSync("../graphql/schema.graphql", "utf8"));
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({
  name: field.name,
  answer: String(field.type),
}));
const written = writtenDown();

test("every mutation's class is found", () => {
  expect(mutations.length).toBeGreaterThan(0);
  expect(mutations.filter(({ answer }) => !written.has(answer))).toEqual([]);
});

test("whatever the server writes into the log has a name, and nothing else", () => {
  const recorded = mutations.filter(({ answer }) => written.get(answer)).map(({ name }) => name);
  expect(Object.keys(messages).sort()).toEqual(recorded.sort());
});
