import { useFormat } from "@/kit/format";

interface Money {
  currency: string;
  amount: string;
}

/** Prices of one thing in several currencies, in one line. */
export function usePrices(): (prices: Money[]) => string {
  const format = useFormat();
  return (prices) => prices.map(format.money).join(" · ") || "-";
}
