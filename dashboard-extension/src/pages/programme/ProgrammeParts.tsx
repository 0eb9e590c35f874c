import { useIntl } from "react-intl";

import { Card } from "@/kit/Card";
import { ConfigEditor, type Fault } from "@/kit/config/ConfigEditor";
import messages from "@/kit/programme/messages";

// What is asked first stands first; the rules are on a page of their own.
const PARTS = [
  { name: "rates", part: "earning", only: ["rates", "growth_rates", "dated_rates"] },
  {
    name: "basis",
    part: "earning",
    only: [
      "basis",
      "include_shipping",
      "sale_items_earn",
      "excluded_products",
      "excluded_categories",
      "excluded_collections",
      "excluded_customer_groups",
    ],
  },
  { name: "usable", part: "earning", only: ["maturity"] },
  { name: "expiry", part: "earning", only: ["expiry"] },
  { name: "checkout", part: "spending", only: undefined },
  { name: "general", part: "", only: ["debt", "time_zone"] },
] as const;

interface ProgrammePartsProps {
  value: unknown;
  onChange: (config: unknown) => void;
  faults: Fault[];
  disabled?: boolean;
}

/** What a programme says, but for its rules: a card a question. */
export function ProgrammeParts(props: ProgrammePartsProps) {
  const intl = useIntl();
  return (
    <>
      {PARTS.map(({ name, part, only }) => (
        <Card
          key={name}
          title={intl.formatMessage(messages[name])}
          intro={intl.formatMessage(messages[`${name}Intro`])}
        >
          <ConfigEditor
            subject="PROGRAMME"
            plain
            part={part}
            only={only && [...only]}
            bare={only?.length === 1}
            {...props}
          />
        </Card>
      ))}
    </>
  );
}
