const LONGEST = 50;

/** A short name made of a name: "Crème brûlée, 2 pieces" is creme-brulee-2-pieces. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
}

export function isSlug(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,50}$/.test(text);
}

/** The name of a document in English, or in whichever language there is. */
export function nameIn(config: unknown): string {
  const name = (config as { name?: Record<string, string> } | null)?.name ?? {};
  return name.en ?? Object.values(name).find((text) => text !== "") ?? "";
}
