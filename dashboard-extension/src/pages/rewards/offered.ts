export interface Offer {
  active: boolean | null;
  startsAt: string | null;
  endsAt: string | null;
}

/** Whether shoppers see it: switched on, and within its dates. */
export type Offered = "on" | "off" | "planned" | "over";

export function offeredAt({ active, startsAt, endsAt }: Offer, now: number): Offered {
  if (endsAt !== null && Date.parse(endsAt) <= now) return "over";
  if (!active) return "off";
  return startsAt !== null && Date.parse(startsAt) > now ? "planned" : "on";
}

/** True where both are given and the wrong way round. */
export function endsBeforeItStarts(startsAt: string | null, endsAt: string | null): boolean {
  return startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt);
}
