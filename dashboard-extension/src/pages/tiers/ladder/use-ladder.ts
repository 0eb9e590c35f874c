import { useEffect } from "react";
import { useQuery } from "urql";

import { LoyaltyLadderDocument } from "@/graphql/ladder";

/** As many versions as a page shows; older ones are history. */
const VERSIONS = 20;
const LOOK_AGAIN_MS = 4000;

/** The ladder in its versions; asked again while members are being placed. */
export function useLadder() {
  const [answer, ask] = useQuery({ query: LoyaltyLadderDocument, variables: { first: VERSIONS } });
  const ladder = answer.data?.loyaltyLadder;
  const placing = Boolean(ladder?.inForce) && ladder?.everybodyPlaced === false;
  useEffect(() => {
    if (!placing) return;
    const timer = setInterval(() => ask({ requestPolicy: "network-only" }), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [placing, ask]);
  return { answer, again: () => ask({ requestPolicy: "network-only" }) };
}
