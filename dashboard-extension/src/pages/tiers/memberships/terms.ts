import { asDict, asList } from "@/kit/config/document";

export type Term = { kind: "lifetime" } | { kind: "months" | "days"; number: number };

/** How long the pieces of a plan last, each length once, the shortest first. */
export function termsOf(config: unknown): Term[] {
  const found = Object.values(asDict(asDict(config).variants)).map(termOf);
  const unique = new Map(found.map((term) => [JSON.stringify(term), term]));
  return [...unique.values()].sort((one, other) => daysOf(one) - daysOf(other));
}

function termOf(written: unknown): Term {
  const said = asDict(written);
  if (typeof said.months === "number") return { kind: "months", number: said.months };
  if (typeof said.days === "number") return { kind: "days", number: said.days };
  return { kind: "lifetime" };
}

/** Near enough to put them in order. */
function daysOf(term: Term): number {
  if (term.kind === "lifetime") return Infinity;
  return term.kind === "days" ? term.number : term.number * 30;
}

/** How many products of the shop sell it. */
export function variantsOf(config: unknown): number {
  const { variants } = asDict(config);
  return Array.isArray(variants) ? variants.length : Object.keys(asDict(variants)).length;
}

export function benefitsOf(config: unknown): number {
  return asList(asDict(config).benefits).length;
}
