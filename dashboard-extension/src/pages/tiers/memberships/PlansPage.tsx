import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import { Needs } from "../Needs";
import messages from "./messages";
import { OfferList } from "./OfferList";
import { benefitsOf, termsOf, variantsOf, type Term } from "./terms";
import { usePlanKind, usePlans } from "./use-plans";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <Plans />
    </Needs>
  );
}

function Plans() {
  const text = useText(messages);
  const format = useFormat();
  const say = (term: Term) =>
    term.kind === "lifetime" ? text("lifetime") : text(term.kind, { number: term.number });
  return (
    <OfferList
      kind={usePlanKind()}
      offers={usePlans()}
      columns={[
        {
          key: "lasts",
          title: text("lasts"),
          cell: ({ config }) => termsOf(config).map(say).join(", ") || "-",
        },
        {
          key: "products",
          title: text("products"),
          end: true,
          cell: ({ config }) => format.number(variantsOf(config)),
        },
        {
          key: "benefits",
          title: text("benefits"),
          end: true,
          cell: ({ config }) => format.number(benefitsOf(config)),
        },
      ]}
    />
  );
}
