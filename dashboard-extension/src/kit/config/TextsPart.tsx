import { Button } from "@saleor/macaw-ui";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";

import { useViewer } from "@/app/viewer";
import { TextField } from "@/kit/fields";

import { inner, useWhole } from "./context";
import { asDict, put, type Dict } from "./document";
import { faultAt } from "./faults";
import { useLabels } from "./labels";
import type { SpecialProps } from "./special";

const LONG = new Set(["description", "terms", "instructions"]);

/** A text in the shop's languages: the first one, and the others behind a button. */
export function TextsPart({ value, onChange, spot, label, required, error }: SpecialProps) {
  const { subject, faults, disabled } = useWhole();
  const { shop } = useViewer();
  const intl = useIntl();
  const labels = useLabels(subject);
  const texts = asDict(value);
  const languages = languagesOf(shop.languages, texts);
  const [first, ...others] = languages;
  const filled = others.filter((language) => texts[language]).length;
  const [open, setOpen] = useState(false);
  const title = label || labels.label(spot);
  const rows = LONG.has(spot.property) ? 3 : undefined;
  const names = new Intl.DisplayNames([intl.locale], { type: "language" });
  const field = (language: string, needed: boolean) => (
    <TextField
      key={language}
      label={languages.length > 1 ? `${title} (${nameOf(names, language)})` : title}
      value={typeof texts[language] === "string" ? texts[language] : ""}
      rows={rows}
      required={needed}
      hint={needed || language === first ? labels.hint(spot) : undefined}
      error={
        faultAt(faults, inner(spot.place, language)) ??
        (language === first ? ownFault() : undefined)
      }
      disabled={disabled}
      onChange={(text) => onChange(put(texts, language, text === "" ? undefined : text))}
    />
  );
  const ownFault = () => (open ? faultAt(faults, spot.place) : error);
  if (first === undefined) return null;
  return (
    <div className="config-texts">
      {field(first, required ?? false)}
      {others.length > 0 && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            aria-expanded={open}
            icon={open ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
            onClick={() => setOpen(!open)}
          >
            {labels.text("texts.others", { filled, count: others.length, what: title })}
          </Button>
        </div>
      )}
      {open && others.map((language) => field(language, false))}
    </div>
  );
}

/** Those of the shop, and whatever else something is written in. */
export function languagesOf(ofShop: readonly string[], texts: Dict): string[] {
  const mine = ofShop.length > 0 ? ofShop : ["en"];
  const same = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase();
  // "zh-Hans" in the document is the shop's "zh-hans".
  const written = Object.keys(texts);
  const shown = mine.map((language) => written.find(same(language)) ?? language);
  return [...shown, ...written.filter((language) => !shown.includes(language))];
}

function nameOf(names: Intl.DisplayNames, language: string): string {
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
