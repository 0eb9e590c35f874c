interface Invitation {
  active: boolean;
  uses: number | null;
  used: number;
  validUntil: string | null;
}

export type State = "open" | "usedUp" | "expired" | "off";

/** Whether a code can be used at a moment, and if not, why. */
export function stateOf({ active, uses, used, validUntil }: Invitation, now: Date): State {
  if (!active) return "off";
  if (validUntil !== null && new Date(validUntil) <= now) return "expired";
  return uses !== null && used >= uses ? "usedUp" : "open";
}

/** As the server takes a code; empty stands for one it makes. */
export function isCode(code: string): boolean {
  return code === "" || /^[A-Za-z0-9-]{4,64}$/.test(code);
}
