// What a form shows first, what it folds away, and what is not for anybody to write.

const FIRST = ["name", "description", "terms"];

/** Shown in this order after the names; the rest follows as the schema has it. */
const ORDER: Record<string, string[]> = {
  BaseRule: ["rates", "when", "units"],
  BonusRule: ["points", "when", "units"],
  MultiplierRule: ["percent", "when", "units"],
  CAMPAIGN: ["rules", "schedule", "audience", "budget"],
  TierDocument: ["slug", "everybody", "entry", "keep", "benefits"],
  PriceOff: ["basis_points", "sale_policy"],
  ItemConfig: ["variant_id", "prices"],
  GROUP_OFFER: ["variant_id", "prices"],
  DatedRate: ["currency", "points", "minor", "whole_steps"],
  REWARD: ["points", "gives", "points_by_tier", "prices"],
};

const RULE = ["slug", "group", "priority", "caps", "budget", "shared_budget"];
const BENEFIT = ["description", "slug"];

/** Behind "More settings". */
const FOLDED: Record<string, string[]> = {
  BaseRule: RULE,
  BonusRule: RULE,
  MultiplierRule: RULE,
  BirthdayGift: BENEFIT,
  CheaperRewards: BENEFIT,
  Contact: BENEFIT,
  Coupons: BENEFIT,
  EarlyAccess: BENEFIT,
  FreeReturns: BENEFIT,
  FreeShipping: BENEFIT,
  MembersOnly: BENEFIT,
  Multiplier: BENEFIT,
  PartnerCodes: BENEFIT,
  PriceOff: BENEFIT,
  Priority: BENEFIT,
  Samples: BENEFIT,
  Service: BENEFIT,
  HandPrize: ["slug"],
  CouponPrize: ["slug"],
  PointsPrize: ["slug"],
  VisitConfig: ["a_minute", "bots"],
};

/** Written by what staff do, never in a form. */
const HIDDEN = new Set(["CAMPAIGN.pauses"]);

export interface Arranged {
  shown: string[];
  folded: string[];
}

export function arranged(owner: string, properties: string[]): Arranged {
  const folded = FOLDED[owner] ?? [];
  const order = [...FIRST, ...(ORDER[owner] ?? [])];
  const rank = (name: string) => {
    const place = order.indexOf(name);
    return place < 0 ? order.length : place;
  };
  const visible = properties.filter((name) => !HIDDEN.has(`${owner}.${name}`));
  return {
    shown: visible
      .filter((name) => !folded.includes(name))
      .sort((one, other) => rank(one) - rank(other)),
    folded: folded.filter((name) => visible.includes(name)),
  };
}

export function isHidden(owner: string, property: string): boolean {
  return HIDDEN.has(`${owner}.${property}`);
}
