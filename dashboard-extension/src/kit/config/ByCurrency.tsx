import { Button } from "@saleor/macaw-ui";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState, type ReactNode } from "react";

import { useWhole } from "./context";
import { useCurrencies } from "./currencies";
import { useLabels } from "./labels";

interface ByCurrencyProps {
  /** In which currencies something is written. */
  written: string[];
  className?: string;
  /** Something is wrong with one of them. */
  wrong: boolean;
  row: (currency: string) => ReactNode;
}

/** A row a currency of the shop; others that something is written in are behind a button. */
export function ByCurrency({ written, className, wrong, row }: ByCurrencyProps) {
  const { subject } = useWhole();
  const labels = useLabels(subject);
  const mine = useCurrencies();
  const others = written.filter((currency) => !mine.includes(currency)).sort();
  const [open, setOpen] = useState(false);
  const seen = open || wrong || mine.length === 0;
  return (
    <>
      <div className={className}>{mine.map(row)}</div>
      {others.length > 0 && mine.length > 0 && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            aria-expanded={seen}
            icon={seen ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
            onClick={() => setOpen(!seen)}
          >
            {labels.text("currencies.others", { count: others.length })}
          </Button>
        </div>
      )}
      {seen && others.length > 0 && <div className={className}>{others.map(row)}</div>}
    </>
  );
}
