import { useMemo } from "react";
import { useIntl } from "react-intl";

interface Money {
  currency: string;
  /** Exact, as text: "19.99". */
  amount: string;
}

/** Numbers, money and moments as the reader writes them. */
export function useFormat() {
  const intl = useIntl();
  return useMemo(
    () => ({
      number: (value: number) => intl.formatNumber(value),
      /** With a sign, for what came or went. */
      change: (value: number) => intl.formatNumber(value, { signDisplay: "exceptZero" }),
      /** Hundredths of a percent, as rates are kept: 1250 is 12.5 %. */
      percent: (basisPoints: number) =>
        intl.formatNumber(basisPoints / 10_000, { style: "percent", maximumFractionDigits: 2 }),
      money: ({ currency, amount }: Money) => formatMoney(intl.locale, currency, amount),
      date: (moment: string | null | undefined) =>
        moment ? intl.formatDate(moment, { dateStyle: "medium" }) : "–",
      /** A date without a moment, as "2026-03-01": the same day everywhere. */
      day: (date: string | null | undefined) =>
        date ? intl.formatDate(`${date}T12:00:00Z`, { dateStyle: "medium", timeZone: "UTC" }) : "–",
      moment: (moment: string | null | undefined) =>
        moment ? intl.formatDate(moment, { dateStyle: "medium", timeStyle: "short" }) : "–",
    }),
    [intl],
  );
}

function formatMoney(locale: string, currency: string, amount: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  // Text is exact where a number would not be; browsers format it since 2023.
  return format.format(amount as unknown as number);
}

/** How many digits a currency has after its point: 2 of USD, 0 of JPY. */
export function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
