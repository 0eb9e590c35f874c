import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import messages from "./messages";

interface Worth {
  currency: string;
  amount: string;
}

/** Money as the reader writes it, one after the other where there are several currencies. */
export function useWorth(): (points: number, worth: Worth[]) => string {
  const text = useText(messages);
  const format = useFormat();
  return (points, worth) =>
    worth.length === 0
      ? text(points === 0 ? "none" : "noWorth")
      : text("worth", { money: worth.map((one) => format.money(one)).join(" + ") });
}
