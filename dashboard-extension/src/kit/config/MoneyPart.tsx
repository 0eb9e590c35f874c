import { MoneyField } from "@/kit/fields";

import { inner, useWhole } from "./context";
import { ByCurrency } from "./ByCurrency";
import { asDict, put } from "./document";
import { faultAt } from "./faults";
import { useLabels } from "./labels";
import { PartFault, PartTitle } from "./ObjectPart";
import type { SpecialProps } from "./special";

/** Amounts of money, a field a currency of the shop; an empty one is left out. */
export function MoneyPart({ value, onChange, spot, label }: SpecialProps) {
  const { subject, faults, disabled } = useWhole();
  const labels = useLabels(subject);
  const amounts = asDict(value);
  const written = Object.keys(amounts);
  const title = label || labels.label(spot);
  return (
    <div className="config-group" role="group" aria-label={title}>
      {label !== "" && <PartTitle label={title} hint={labels.hint(spot)} />}
      <PartFault text={faultAt(faults, spot.place)} />
      <ByCurrency
        className="fields-row"
        written={written}
        wrong={written.some((currency) => faultAt(faults, inner(spot.place, currency)))}
        row={(currency) => (
          <MoneyField
            key={currency}
            label={currency}
            currency={currency}
            value={typeof amounts[currency] === "number" ? amounts[currency] : null}
            error={faultAt(faults, inner(spot.place, currency))}
            disabled={disabled}
            onChange={(minor) => onChange(put(amounts, currency, minor ?? undefined))}
          />
        )}
      />
    </div>
  );
}
