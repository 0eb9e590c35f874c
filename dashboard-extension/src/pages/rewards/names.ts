import { useQuery } from "urql";

import { LoyaltyCatalogueDocument } from "@/graphql/catalogue";

const MOST = 100;

/** What the shop calls these variants, by id; what is gone is not among them. */
export function useVariantNames(ids: string[]): Map<string, string> {
  const asked = [...new Set(ids)].slice(0, MOST);
  const [answer] = useQuery({
    query: LoyaltyCatalogueDocument,
    variables: { kind: "VARIANT", ids: asked },
    pause: asked.length === 0,
  });
  return new Map(answer.data?.loyaltyCatalogue?.map(({ id, name }) => [id, name]));
}
