import { useMemo } from "react";
import { useQuery } from "urql";

import { LoyaltyActorsDocument } from "../graphql/actors";

const MOST = 100;

/** Names of the people behind "user:5" in records; an app, and who is gone, stays as it stands. */
export function useActors(actors: (string | null | undefined)[]): (actor: string) => string {
  const wanted = [...new Set(actors.filter((actor): actor is string => Boolean(actor)))].sort();
  const [answer] = useQuery({
    query: LoyaltyActorsDocument,
    variables: { actors: wanted.slice(0, MOST) },
    pause: wanted.length === 0,
  });
  const people = answer.data?.loyaltyActors;
  return useMemo(() => {
    const names = new Map(people?.map(({ actor, name, email }) => [actor, name || email || actor]));
    return (actor) => names.get(actor) ?? actor;
  }, [people]);
}
