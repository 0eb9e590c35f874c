/** What could be used after a change by hand: what is given pays what is owed first. */
export function balanceAfter(points: { available: number; debt: number }, change: number): number {
  return change > 0
    ? points.available + Math.max(0, change - points.debt)
    : points.available + change;
}

const MANY = 10_000;

/** Whether so many given at once look like a slip: a nought too many is soon typed. */
export function isMuch(points: number, available: number): boolean {
  return points >= MANY && points > 10 * available;
}
