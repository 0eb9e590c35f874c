const KEY = "saleor-loyalty.reloaded";

// A page that cannot be loaded so soon after is missing for another reason.
const AGAIN_MS = 60_000;

/**
 * Whether the page may load itself anew: not a second time within a minute, and not where a browser
 * keeps nothing for frames, which would make it a circle. Remembers that it did.
 */
export function mayReload(now = Date.now()): boolean {
  try {
    const last = Number(window.sessionStorage.getItem(KEY) ?? 0);
    if (now - last < AGAIN_MS) return false;
    window.sessionStorage.setItem(KEY, String(now));
    return true;
  } catch {
    return false;
  }
}
