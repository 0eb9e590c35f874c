import { Input, Select } from "@saleor/macaw-ui";
import { useSearchParams } from "react-router-dom";

import { useViewer } from "@/app/viewer";

import { BYS, CUSTOM, RANGES, type Asked } from "./range";
import { useText, type TextName } from "./text";

interface RangeRowProps {
  asked: Asked;
  today: string;
}

/** Which days, how they are put together, and of which sales: all of it stands in the address. */
export function RangeRow({ asked, today }: RangeRowProps) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const set = (change: Record<string, string | undefined>) => {
    const wanted = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change))
      if (value) wanted.set(name, value);
      else wanted.delete(name);
    setParams(wanted, { replace: true });
  };
  const choose = (range: string) =>
    set(
      range === CUSTOM
        ? { range: undefined, since: asked.since, until: asked.until }
        : { range, since: undefined, until: undefined, by: undefined },
    );
  return (
    <div className="filter-row range-row">
      <Choice
        label={text("range")}
        value={asked.range}
        choices={[...RANGES, CUSTOM].map((value) => ({
          value,
          label: text(value === CUSTOM ? "rangeCustom" : (`range${value}` as TextName)),
        }))}
        onChange={choose}
      />
      {asked.range === CUSTOM && (
        <>
          <Day
            label={text("since")}
            value={asked.since}
            max={today}
            set={(since) => set({ since })}
          />
          <Day
            label={text("until")}
            value={asked.until}
            max={today}
            set={(until) => set({ until })}
          />
        </>
      )}
      <Choice
        label={text("by")}
        value={asked.by}
        choices={BYS.map((value) => ({ value, label: text(`by${value}`) }))}
        onChange={(by) => set({ by })}
      />
      <Sales asked={asked} set={set} />
    </div>
  );
}

interface SalesProps {
  asked: Asked;
  set: (change: Record<string, string | undefined>) => void;
}

function Sales({ asked, set }: SalesProps) {
  const text = useText();
  const { shop } = useViewer();
  const currencies = [...new Set(shop.channels.map(({ currency }) => currency))].sort();
  return (
    <>
      {shop.channels.length > 1 && (
        <Choice
          label={text("channel")}
          value={asked.channel ?? ""}
          choices={[
            { value: "", label: text("allChannels") },
            ...shop.channels.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          onChange={(channel) => set({ channel })}
        />
      )}
      {currencies.length > 1 && (
        <Choice
          label={text("currency")}
          value={asked.currency ?? ""}
          choices={[
            { value: "", label: text("allCurrencies") },
            ...currencies.map((value) => ({ value, label: value })),
          ]}
          onChange={(currency) => set({ currency })}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  choices: { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <div className="range-choice">
      <Select size="small" label={label} value={value} options={choices} onChange={onChange} />
    </div>
  );
}

interface DayProps {
  label: string;
  value: string;
  max: string;
  set: (day: string) => void;
}

function Day({ label, value, max, set }: DayProps) {
  return (
    <div className="range-choice">
      <Input
        role={undefined}
        size="small"
        type="date"
        label={label}
        value={value}
        max={max}
        onChange={(event) => event.target.value && set(event.target.value)}
      />
    </div>
  );
}
