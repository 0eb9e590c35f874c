import type { ReactNode } from "react";

import { ByCurrency } from "./ByCurrency";
import { inner, useWhole, type Spot } from "./context";
import { asDict } from "./document";
import { faultAt, faultWithin } from "./faults";
import { useLabels } from "./labels";
import { PartFault, PartTitle } from "./ObjectPart";

interface CurrencyGroupProps {
  spot: Spot;
  /** Instead of its own; "" for none. */
  label: string | undefined;
  /** By currency. */
  value: unknown;
  className: string;
  row: (currency: string) => ReactNode;
}

/** A part that says something for each currency, under its name. */
export function CurrencyGroup({ spot, label, value, className, row }: CurrencyGroupProps) {
  const { subject, faults } = useWhole();
  const labels = useLabels(subject);
  const written = Object.keys(asDict(value));
  const title = label || labels.label(spot);
  return (
    <div className="config-group" role="group" aria-label={title}>
      {label !== "" && <PartTitle label={title} hint={labels.hint(spot)} />}
      <PartFault text={faultAt(faults, spot.place)} />
      <ByCurrency
        className={className}
        written={written}
        wrong={written.some((currency) => faultWithin(faults, inner(spot.place, currency)))}
        row={row}
      />
    </div>
  );
}
