import { useState } from "react";
import { useQuery, type TypedDocumentNode } from "urql";

/**
 * One thing of the server's by its id; without an id nothing is asked: it is a new one.
 *
 * `loaded` changes when what somebody wrote is thrown away for what the server has: as the key of a
 * form it makes it anew.
 */
export function useOne<Data>(
  query: TypedDocumentNode<Data, { id: string }>,
  id: string | undefined,
) {
  const [answer, ask] = useQuery({ query, variables: { id: id ?? "" }, pause: id === undefined });
  const [loaded, setLoaded] = useState(0);
  const again = () => ask({ requestPolicy: "network-only" });
  const discard = () => {
    again();
    setLoaded(loaded + 1);
  };
  return { answer, again, loaded, discard };
}
