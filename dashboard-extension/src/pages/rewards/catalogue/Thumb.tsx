import type { LoyaltyRewardKind } from "@/graphql/schema";

import { kinds } from "../words";

/** The first picture of a reward, or the sign of its kind. */
export function Thumb({ picture, kind }: { picture: string | undefined; kind: LoyaltyRewardKind }) {
  const Icon = kinds[kind].icon;
  return (
    <span className="thumb" aria-hidden>
      {picture ? <img src={picture} alt="" loading="lazy" /> : <Icon size={16} />}
    </span>
  );
}
