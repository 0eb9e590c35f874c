import { MoneyField } from "@/kit/fields";

import { inner, useWhole } from "./context";
import { CurrencyGroup } from "./CurrencyGroup";
import { asDict, put } from "./document";
import { faultAt } from "./faults";
import type { SpecialProps } from "./special";

/** Amounts of money, a field a currency of the shop; an empty one is left out. */
export function MoneyPart({ value, onChange, spot, label }: SpecialProps) {
  const { faults, disabled } = useWhole();
  const amounts = asDict(value);
  return (
    <CurrencyGroup
      spot={spot}
      label={label}
      value={value}
      className="fields-row"
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
  );
}
