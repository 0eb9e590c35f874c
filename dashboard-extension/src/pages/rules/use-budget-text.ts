import { useIntl } from "react-intl";

import { digitsOf, useFormat } from "@/kit/format";

import messages from "./messages";

interface Use {
  currency: string | null;
  isGrowth: boolean;
  most: number;
  used: number;
}

/** How far a budget is used up: "120 of 1,000", or money in its currency. */
export function useBudgetText() {
  const intl = useIntl();
  const format = useFormat();
  return ({ currency, isGrowth, most, used }: Use) => {
    const shown = (amount: number) =>
      currency
        ? format.money({ currency, amount: exact(amount, digitsOf(currency)) })
        : format.number(amount);
    const unit = currency ?? intl.formatMessage(isGrowth ? messages.inGrowth : messages.inPoints);
    return {
      unit,
      text: intl.formatMessage(messages.used, { used: shown(used), most: shown(most) }),
    };
  };
}

/** Minor units as the text of an amount, without a float in between. */
export function exact(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  return `${minor < 0 ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
