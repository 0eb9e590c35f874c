import type { ReactNode } from "react";
import type { CombinedError } from "urql";

import type { Refusal } from "@/kit/action";
import type { LoyaltyConfigured } from "@/graphql/schema";

/** A plan or a pack: something of the shop's catalogue that brings loyalty to who buys it. */
export interface Offer {
  id: string;
  slug: string;
  name: string;
  onSale: boolean;
  config: unknown;
  revision: string | null;
}

export interface Offers {
  all: Offer[] | undefined;
  error: CombinedError | undefined;
  again: () => void;
}

export interface Steps {
  busy: boolean;
  errors: Refusal[];
  /** The id of what was made; undefined where it was refused. */
  create: (slug: string, config: unknown) => Promise<string | undefined>;
  update: (offer: Offer, config: unknown) => Promise<boolean>;
  archive: (offer: Offer, archived: boolean) => Promise<boolean>;
}

/** The texts that differ between plans and packs. */
export interface OfferTexts {
  all: string;
  create: string;
  none: string;
  stopTitle: (name: string) => string;
  stopText: string;
  resumeTitle: (name: string) => string;
  resumeText: string;
}

export interface Kind {
  subject: LoyaltyConfigured;
  /** Where its list is. */
  base: string;
  icon: ReactNode;
  start: object;
  cards: { title: string; intro?: string; only: string[] }[];
  texts: OfferTexts;
}

/** Those that an address asks for: by a part of the name, and on sale or not. */
export function wanted(
  offers: readonly Offer[],
  { search = "", state }: { search?: string; state?: string },
): Offer[] {
  const part = search.trim().toLowerCase();
  return offers.filter(
    ({ name, slug, onSale }) =>
      `${name} ${slug}`.toLowerCase().includes(part) &&
      (state === undefined || onSale === (state === "on")),
  );
}
