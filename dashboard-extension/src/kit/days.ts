/** The first moment of a day, in the reader's own zone. */
export function startOfDay(day: string): string {
  return midnight(day, 0);
}

/** The first moment after a day, in the reader's own zone: a day is meant with all its hours. */
export function endOfDay(day: string): string {
  return midnight(day, 1);
}

function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
