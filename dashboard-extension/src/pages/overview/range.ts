import type { LoyaltyFiguresBy } from "@/graphql/schema";

export const RANGES = ["7", "30", "90", "365"] as const;
export const CUSTOM = "custom";
export const BYS: readonly LoyaltyFiguresBy[] = ["DAY", "WEEK", "MONTH"];

/** What the address asks for. Days are those of the shop, the last one included. */
export interface Asked {
  range: string;
  since: string;
  until: string;
  by: LoyaltyFiguresBy;
  channel: string | undefined;
  currency: string | undefined;
}

const USUAL = "30";
const DAY_MS = 86_400_000;
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

export function askedOf(params: URLSearchParams, today: string): Asked {
  const since = dayOf(params.get("since"));
  const until = dayOf(params.get("until"));
  const channel = params.get("channel") || undefined;
  const currency = params.get("currency") || undefined;
  const named = RANGES.find((one) => one === params.get("range")) ?? USUAL;
  const chosen = since && until ? { range: CUSTOM, since, until } : null;
  const days = chosen ?? { range: named, since: before(today, Number(named) - 1), until: today };
  const by = BYS.find((one) => one === params.get("by")) ?? usualBy(days.since, days.until);
  return { ...days, by, channel, currency };
}

function dayOf(typed: string | null): string | undefined {
  return typed && A_DAY.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : undefined;
}

function before(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

// About as many columns as can be told apart.
function usualBy(since: string, until: string): LoyaltyFiguresBy {
  const days = (Date.parse(until) - Date.parse(since)) / DAY_MS;
  return days <= 45 ? "DAY" : days <= 200 ? "WEEK" : "MONTH";
}
