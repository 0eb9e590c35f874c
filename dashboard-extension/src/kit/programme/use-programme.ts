import { useQuery } from "urql";

import { LoyaltyProgrammeDocument } from "@/graphql/programme";

/** As many versions as a page shows; older ones are history that nobody compares. */
const VERSIONS = 20;

export function useProgramme(id: string) {
  const [answer, ask] = useQuery({
    query: LoyaltyProgrammeDocument,
    variables: { id, versions: VERSIONS },
    pause: id === "",
  });
  return { answer, again: () => ask({ requestPolicy: "network-only" }) };
}
