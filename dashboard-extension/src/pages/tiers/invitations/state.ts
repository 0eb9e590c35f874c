interface Invitation {
  tier: { active: boolean };
  active: boolean;
  uses: number | null;
  used: number;
  validUntil: string | null;
}

export type State = "open" | "usedUp" | "expired" | "off" | "tierGone";

/** Whether a code can be used at a moment, and if not, why. */
export function stateOf(invitation: Invitation, now: Date): State {
  const { tier, active, uses, used, validUntil } = invitation;
  if (!active) return "off";
  if (!tier.active) return "tierGone";
  if (validUntil !== null && new Date(validUntil) <= now) return "expired";
  return uses !== null && used >= uses ? "usedUp" : "open";
}

/** As the server takes a code; empty stands for one it makes. */
export function isCode(code: string): boolean {
  return code === "" || /^[A-Za-z0-9-]{4,64}$/.test(code);
}
