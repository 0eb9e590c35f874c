// A month as weeks of days, from Monday on. Days are the reader's own.

export interface Day {
  /** "2026-03-01" */
  date: string;
  inMonth: boolean;
  start: Date;
  end: Date;
}

export interface Bar<T> {
  thing: T;
  /** Columns of the week, 1 to 7, both included. */
  from: number;
  to: number;
  /** Whether it began before this week, or goes on after it. */
  before: boolean;
  after: boolean;
}

export function monthOf(text: string | undefined, now: Date): { year: number; month: number } {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? "");
  if (!found) return { year: now.getFullYear(), month: now.getMonth() };
  return { year: Number(found[1]), month: Number(found[2]) - 1 };
}

export function monthText(year: number, month: number): string {
  const first = new Date(year, month, 1);
  return `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, "0")}`;
}

export function weeksOf(year: number, month: number): Day[][] {
  const first = new Date(year, month, 1);
  // Monday is the first day of the week.
  const lead = (first.getDay() + 6) % 7;
  const days = new Date(year, month + 1, 0).getDate();
  const count = Math.ceil((lead + days) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => dayAt(year, month, week * 7 + weekday - lead + 1)),
  );
}

function dayAt(year: number, month: number, day: number): Day {
  const start = new Date(year, month, day);
  const date = `${monthText(start.getFullYear(), start.getMonth())}-${String(start.getDate()).padStart(2, "0")}`;
  return { date, inMonth: start.getMonth() === month, start, end: new Date(year, month, day + 1) };
}

interface Window {
  startsAt: string;
  endsAt: string | null;
}

/** Which of these fall into a week, and over which of its days. */
export function barsOf<T extends Window>(week: readonly Day[], things: readonly T[]): Bar<T>[] {
  const first = week[0]!;
  const last = week[week.length - 1]!;
  const bars: Bar<T>[] = [];
  for (const thing of things) {
    const starts = new Date(thing.startsAt);
    const ends = thing.endsAt ? new Date(thing.endsAt) : undefined;
    if (starts >= last.end || (ends && ends <= first.start)) continue;
    const from = week.findIndex((day) => starts < day.end) + 1;
    const beyond = ends ? week.findIndex((day) => ends <= day.end) : -1;
    bars.push({
      thing,
      from,
      to: beyond < 0 ? week.length : beyond + 1,
      before: starts < first.start,
      after: ends === undefined || ends > last.end,
    });
  }
  return bars;
}
