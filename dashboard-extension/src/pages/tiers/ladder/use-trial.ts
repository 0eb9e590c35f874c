import { useEffect, useState } from "react";
import { useQuery } from "urql";

import { LoyaltyLadderTrialDocument, type LoyaltyLadderTrialQuery } from "@/graphql/ladder_trial";
import { LoyaltyLadderTryDocument } from "@/graphql/ladder_try";
import { useAction } from "@/kit/action";

import type { Version } from "./ladder";

export type Trial = NonNullable<NonNullable<LoyaltyLadderTrialQuery["loyaltyLadder"]>["trial"]>;

const LOOK_AGAIN_MS = 2000;

/** The newest trial of a version, watched until it is done. */
export function useTrial(version: Version) {
  const [started, setStarted] = useState<string>();
  const begin = useAction(LoyaltyLadderTryDocument);
  const id = started ?? version.trials[0]?.id;
  const [answer, ask] = useQuery({
    query: LoyaltyLadderTrialDocument,
    variables: { id: id ?? "" },
    pause: id === undefined,
  });
  const found = id === undefined ? undefined : (answer.data?.loyaltyLadder?.trial ?? undefined);
  const running = found?.state === "RUNNING";
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => ask({ requestPolicy: "network-only" }), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, ask]);
  const start = async () => {
    const outcome = await begin.run({ id: version.id });
    if (outcome.done && outcome.payload.trial) setStarted(outcome.payload.trial.id);
  };
  const same = JSON.stringify(found?.config) === JSON.stringify(version.config);
  return {
    trial: found,
    /** Whether the draft is still what was tried. */
    current: found?.state === "DONE" && same,
    old: found !== undefined && !same,
    busy: begin.busy,
    start,
  };
}
