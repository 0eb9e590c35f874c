import { Text } from "@saleor/macaw-ui";

import { CheckField, MoneyField, NumberField } from "@/kit/fields";

import { inner, useWhole } from "./context";
import { CurrencyGroup } from "./CurrencyGroup";
import { asDict, put, type Dict } from "./document";
import { faultAt } from "./faults";
import { useLabels } from "./labels";
import type { SpecialProps } from "./special";

const STEPS = "whole_steps";

/** So many points for so much money, a row a currency of the shop; an empty one has no rate. */
export function RatesPart({ value, onChange, spot, label }: SpecialProps) {
  const rates = asDict(value);
  return (
    <CurrencyGroup
      spot={spot}
      label={label}
      value={value}
      className="config-rates"
      row={(currency) => (
        <Rate
          key={currency}
          currency={currency}
          place={inner(spot.place, currency)}
          rate={rates[currency]}
          // What points are worth at the checkout has no steps: each point counts.
          steps={spot.property !== "points_rate" && spot.owner !== "SpendingConfig"}
          growth={spot.property === "growth_rates"}
          onChange={(rate) => onChange(put(rates, currency, rate))}
        />
      )}
    />
  );
}

interface RateProps {
  currency: string;
  place: string;
  rate: unknown;
  steps: boolean;
  growth: boolean;
  onChange: (rate: Dict | undefined) => void;
}

function Rate({ currency, place, rate, steps, growth, onChange }: RateProps) {
  const { subject, faults, disabled } = useWhole();
  const labels = useLabels(subject);
  const now = asDict(rate);
  const change = (name: string, amount: number | null) => {
    const next = put(now, name, amount ?? undefined);
    const empty = next.points === undefined && next.minor === undefined;
    onChange(empty ? undefined : next);
  };
  const number = (name: string) => (typeof now[name] === "number" ? now[name] : null);
  const shared = { disabled, hint: undefined };
  return (
    <div className="config-rate" role="group" aria-label={currency}>
      <NumberField
        {...shared}
        label={labels.text(growth ? "rate.growth" : "rate.points")}
        value={number("points")}
        error={faultAt(faults, inner(place, "points"))}
        onChange={(points) => change("points", points)}
      />
      <Text size={3} color="default2">
        {labels.text("rate.for")}
      </Text>
      <MoneyField
        {...shared}
        label={labels.text("rate.money")}
        currency={currency}
        value={number("minor")}
        error={faultAt(faults, inner(place, "minor")) ?? faultAt(faults, place)}
        onChange={(minor) => change("minor", minor)}
      />
      {((steps && !disabled) || now[STEPS] === true) && rate !== undefined && (
        <CheckField
          label={labels.text("whole_steps")}
          value={now[STEPS] === true}
          disabled={disabled}
          onChange={(whole) => onChange(put(now, STEPS, whole ? true : undefined))}
        />
      )}
    </div>
  );
}
