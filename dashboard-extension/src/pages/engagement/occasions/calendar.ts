import type { LoyaltyYearlyOccasion } from "@/graphql/schema";

export interface DayAhead {
  day: string;
  occasion: LoyaltyYearlyOccasion;
  members: number;
}

export interface Cell {
  /** "2026-03-01"; empty before the first day and behind the last one. */
  day: string;
  found: DayAhead[];
}

export interface Month {
  /** Its first day. */
  month: string;
  weeks: Cell[][];
}

const DAY_MS = 86_400_000;

function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The days from `first` on, month by month in whole weeks. `weekStart`: 1 is Monday, 7 Sunday. */
export function monthsOf(first: string, days: number, ahead: DayAhead[], weekStart = 1): Month[] {
  const byDay = new Map<string, DayAhead[]>();
  for (const one of ahead) byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  const months: Month[] = [];
  for (let number = 0; number < days; number += 1) {
    const day = dayOf(at(first) + number * DAY_MS);
    const month = `${day.slice(0, 7)}-01`;
    let last = months.at(-1);
    if (last?.month !== month) months.push((last = { month, weeks: [] }));
    const column = (new Date(at(day)).getUTCDay() - (weekStart % 7) + 7) % 7;
    if (last.weeks.length === 0 || column === 0)
      last.weeks.push(Array.from({ length: 7 }, () => ({ day: "", found: [] })));
    last.weeks.at(-1)![column] = { day, found: byDay.get(day) ?? [] };
  }
  return months;
}

/** How many members each occasion brings in all. */
export function totals(ahead: DayAhead[]): Map<LoyaltyYearlyOccasion, number> {
  const sums = new Map<LoyaltyYearlyOccasion, number>();
  for (const { occasion, members } of ahead)
    sums.set(occasion, (sums.get(occasion) ?? 0) + members);
  return sums;
}

/** On which day weeks begin where the reader lives: Monday, where the browser does not tell. */
export function weekStartOf(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number };
      weekInfo?: { firstDay: number };
    };
    return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  } catch {
    return 1;
  }
}
