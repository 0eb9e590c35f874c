// What a shop without a programme is taken to keep.
const NOBODY_SAID = "UTC";

/** Where whoever is at the page is; a shop that has told no zone is most likely there too. */
export function zoneToBegin(shop: string, own: string): string {
  return shop === NOBODY_SAID && own ? own : shop;
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
