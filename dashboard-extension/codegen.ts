import { readdirSync } from "node:fs";
import { basename } from "node:path";

import type { CodegenConfig } from "@graphql-codegen/cli";

// One typed file an operation file: a page's chunk carries only the questions the page asks.
const folder = "../graphql/dashboard";
// The check writes elsewhere and compares.
const written = process.env.WRITTEN ?? "src/graphql";
const scalars = {
  ID: "string",
  LoyaltyDate: "string",
  LoyaltyDateTime: "string",
  LoyaltyDecimal: "string",
  LoyaltyInteger: "number",
  LoyaltyJSON: "unknown",
};
const shared = {
  scalars,
  enumsAsTypes: true,
  skipTypename: true,
  useTypeImports: true,
  avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
};

const config: CodegenConfig = {
  schema: "../graphql/schema.graphql",
  generates: {
    [`${written}/schema.ts`]: { plugins: ["typescript"], config: { ...shared, onlyEnums: false } },
    ...Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith(".graphql"))
        .map((name) => [
          `${written}/${basename(name, ".graphql")}.ts`,
          {
            documents: `${folder}/${name}`,
            preset: "import-types" as const,
            presetConfig: { typesPath: "./schema" },
            plugins: ["typescript-operations", "typed-document-node"],
            config: { ...shared, optimizeDocumentNode: true },
          },
        ]),
    ),
  },
};

export default config;
