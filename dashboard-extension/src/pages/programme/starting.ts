import { digitsOf } from "@/kit/format";

/** One point for one of each currency, a hundred points for one: a draft to begin with. */
export function startingConfig(currencies: readonly string[], timeZone: string): object {
  const ones = [...new Set(currencies)].map((code) => [code, 10 ** digitsOf(code)] as const);
  const rates = (points: number) =>
    Object.fromEntries(ones.map(([code, minor]) => [code, { points, minor }]));
  return {
    earning: {
      rates: rates(1),
      maturity: { kind: "fulfilment" },
      expiry: { months: 12, end_of: "month" },
    },
    spending: { rates: rates(100), minimum: 100 },
    time_zone: timeZone,
  };
}
