import { useIntl } from "react-intl";

import { useFormat } from "@/kit/format";

import { kindOf } from "./ChoicePart";
import { useWhole } from "./context";
import { asDict } from "./document";
import { useLabels } from "./labels";
import type { Shape } from "./schema";

/** What an item of a list is called while it is folded. */
export function useSummary() {
  const intl = useIntl();
  const format = useFormat();
  const { subject } = useWhole();
  const labels = useLabels(subject);
  return (item: unknown, items: Shape, index: number): { title: string; detail: string } => {
    const said = asDict(item);
    const kind = items.kind === "choice" ? kindOf(items, item) : undefined;
    const kindName = kind ? labels.kind(kind.name) : "";
    const name = textOf(said.name, intl.locale);
    const slug = typeof said.slug === "string" ? said.slug : "";
    const numbered = labels.text("form.item", { number: index + 1 });
    const figures = [
      typeof said.points === "number" ? labels.text("summary.points", { points: said.points }) : "",
      typeof said.percent === "number" ? format.percent(said.percent * 100) : "",
      typeof said.basis_points === "number" ? format.percent(said.basis_points) : "",
      typeof said.goal === "number" ? labels.text("summary.goal", { goal: said.goal }) : "",
      typeof said.currency === "string" ? said.currency : "",
    ];
    const details = [name ? kindName : "", ...figures].filter(Boolean);
    return { title: name || kindName || slug || numbered, detail: details.join(" · ") };
  };
}

/** A text in the reader's language, otherwise in English or in the first there is. */
export function textOf(texts: unknown, locale: string): string {
  const said = asDict(texts);
  const wanted = [locale, locale.split("-")[0] ?? "", "en", Object.keys(said)[0] ?? ""];
  for (const language of wanted) {
    const found = Object.entries(said).find(
      ([key]) => key.toLowerCase() === language.toLowerCase(),
    );
    if (typeof found?.[1] === "string" && found[1] !== "") return found[1];
  }
  return "";
}
