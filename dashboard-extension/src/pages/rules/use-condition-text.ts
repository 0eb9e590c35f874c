import { useIntl } from "react-intl";

import { asDict, asList } from "@/kit/config/document";
import { useLabels } from "@/kit/config/labels";

import messages from "./messages";

const NAMES: Record<string, string> = {
  all: "All",
  any: "AnyOf",
  not: "Not",
  attribute: "Attribute",
  basis_minimum: "BasisMinimum",
  birthday: "Birthday",
  category: "Category",
  channel: "Channel",
  collection: "Collection",
  country: "Country",
  currency: "InCurrency",
  customer_group: "CustomerGroup",
  dates: "Dates",
  event: "Event",
  hours: "Hours",
  month_day: "MonthDay",
  on_sale: "OnSale",
  order_number: "OrderNumber",
  product: "Product",
  segment: "Segment",
  tier: "Tier",
  variant: "Variant",
  weekday: "Weekday",
};

/** Which conditions a rule has, by their names: for a line of a list. */
export function useConditionText(): (condition: unknown) => string {
  const intl = useIntl();
  const labels = useLabels("PROGRAMME");
  const read = (condition: unknown): string => {
    const { kind, of } = asDict(condition);
    if (kind === undefined) return intl.formatMessage(messages.always);
    if (kind === "all") return asList(of).map(read).join(" + ");
    const name = labels.kind(NAMES[String(kind)] ?? String(kind));
    if (kind === "any") return `${name}: ${asList(of).map(read).join(", ")}`;
    return kind === "not" ? `${name}: ${read(of)}` : name;
  };
  return read;
}
