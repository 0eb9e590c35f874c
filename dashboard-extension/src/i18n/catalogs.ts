import type { Language } from "./languages";

export type Catalog = Record<string, string>;

// A file an area of the app and a language. English stands in the code, beside what it names.
const files = import.meta.glob<Catalog>("./*/*.json", { import: "default" });

/** Everything translated into a language; what is missing is said in English. */
export async function catalogOf(language: Language): Promise<Catalog> {
  if (language === "en") return {};
  const mine = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`));
  const parts = await Promise.all(mine.map(([, load]) => load()));
  return Object.assign({}, ...parts) as Catalog;
}
