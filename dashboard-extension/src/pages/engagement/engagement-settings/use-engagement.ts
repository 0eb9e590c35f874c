import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyEngagementsDocument } from "@/graphql/engagements";
import type { LoyaltyEngagementSubject } from "@/graphql/schema";

import { standingOf, type Standing } from "./standing";

export const VERSIONS = 20;

/** How one of the subjects is set up. Nothing is asked where the permission lacks. */
export function useEngagement(subject: LoyaltyEngagementSubject, versions = VERSIONS) {
  const { may } = useViewer();
  const [answer, again] = useQuery({
    query: LoyaltyEngagementsDocument,
    variables: { versions },
    pause: !may("MANAGE_PROGRAMMES"),
  });
  const found = answer.data?.loyaltyEngagements?.find((one) => one.subject === subject);
  const standing: Standing | undefined = found && standingOf(found.versions, versions);
  return { answer, again, found, standing };
}
