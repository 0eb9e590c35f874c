import { useIntl, type IntlShape } from "react-intl";

import { asDict, asList } from "@/kit/config/document";
import { digitsOf } from "@/kit/format";

import messages from "./messages";

/** What reaches or keeps a tier, in words. */
export function useMeasureText(): (measure: unknown) => string {
  const intl = useIntl();
  return (measure) => measureText(measure, intl);
}

export function measureText(measure: unknown, intl: IntlShape): string {
  const said = asDict(measure);
  const from = typeof said.from === "number" ? said.from : 0;
  switch (said.kind) {
    case "all":
    case "any":
      return intl.formatList(
        asList(said.of).map((part) => measureText(part, intl)),
        { type: said.kind === "all" ? "conjunction" : "disjunction" },
      );
    case "spend":
      return intl.formatMessage(messages.bySpend, { amounts: amounts(said.from, intl) });
    case "orders":
      return Object.keys(asDict(said.minimum)).length === 0
        ? intl.formatMessage(messages.byOrders, { number: from })
        : intl.formatMessage(messages.byLargeOrders, {
            number: from,
            amounts: amounts(said.minimum, intl),
          });
    case "growth":
      return intl.formatMessage(messages.byGrowth, { number: from });
    case "points":
      return intl.formatMessage(messages.byPoints, { number: from });
    case "activity":
      return intl.formatMessage(messages.byActivity, {
        number: from,
        event: typeof said.event === "string" ? said.event : "",
      });
    default:
      return "";
  }
}

/** {"USD": 50000} as $500.00; several currencies are ways to the same. */
function amounts(byCurrency: unknown, intl: IntlShape): string {
  const texts = Object.entries(asDict(byCurrency)).map(([currency, minor]) =>
    money(currency, minor, intl),
  );
  return intl.formatList(texts, { type: "disjunction" });
}

function money(currency: string, minor: unknown, intl: IntlShape): string {
  const digits = digitsOf(currency);
  const text = String(minor).padStart(digits + 1, "0");
  const exact = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  // Text is exact where a number would not be; browsers format it since 2023.
  return new Intl.NumberFormat(intl.locale, { style: "currency", currency }).format(
    exact as unknown as number,
  );
}
