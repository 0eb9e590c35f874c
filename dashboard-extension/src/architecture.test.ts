import { describe, expect, test } from "vitest";

const files = import.meta.glob<string>("./**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What areas of pages and widgets say and show alike stands below both. */
const BELOW_SHARED = ["kit", "app", "session", "api", "i18n", "graphql", "testing", "settings"];

/** What a page may use beside its own area's folder. */
const BELOW_PAGES = [...BELOW_SHARED, "shared"];

const IMPORT = /\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

interface Use {
  user: string;
  used: string;
}

/** Who imports what, both as places below src: "pages/rules/EarningPage.tsx". */
const uses: Use[] = Object.entries(files).flatMap(([path, source]) => {
  const user = path.slice("./".length);
  return [...source.matchAll(IMPORT)]
    .map(([, name = ""]) => placeOf(name, user))
    .filter((used) => used !== undefined)
    .map((used) => ({ user, used }));
});

function placeOf(name: string, user: string): string | undefined {
  if (name.startsWith("@/")) return name.slice("@/".length);
  if (!name.startsWith(".")) return undefined;
  return new URL(name, `file:///${user}`).pathname.slice(1);
}

function folder(place: string, depth: number): string {
  return place.split("/").slice(0, depth).join("/");
}

function astray(layer: string, allowed: (use: Use) => boolean): string[] {
  return uses
    .filter((use) => folder(use.user, 1) === layer && !allowed(use))
    .map(({ user, used }) => `${user} imports ${used}`);
}

describe("who may use what", () => {
  test("the imports are found", () => {
    expect(uses).toContainEqual({
      user: "pages/rules/EarningPage.tsx",
      used: "kit/programme/use-draft",
    });
    expect(uses).toContainEqual({
      user: "pages/rules/EarningPage.tsx",
      used: "pages/rules/RuleTable",
    });
    expect(uses).toContainEqual({
      user: "pages/rules/routes.tsx",
      used: "pages/rules/CampaignsPage",
    });
  });

  test("an area of pages uses nothing of another", () => {
    const wrong = astray(
      "pages",
      ({ user, used }) =>
        BELOW_PAGES.includes(folder(used, 1)) || folder(used, 2) === folder(user, 2),
    );
    expect(wrong).toEqual([]);
  });

  test("a widget uses no page", () => {
    const wrong = astray("widgets", ({ used }) =>
      [...BELOW_PAGES, "widgets"].includes(folder(used, 1)),
    );
    expect(wrong).toEqual([]);
  });

  test("what is shared uses neither", () => {
    const wrong = astray("shared", ({ used }) =>
      [...BELOW_SHARED, "shared"].includes(folder(used, 1)),
    );
    expect(wrong).toEqual([]);
  });

  test("the kit uses nothing of those", () => {
    const above = ["pages", "widgets", "shared"];
    expect(astray("kit", ({ used }) => !above.includes(folder(used, 1)))).toEqual([]);
  });
});
