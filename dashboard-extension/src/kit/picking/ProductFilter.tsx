import { useQuery } from "urql";

import { LoyaltyCatalogueDocument } from "@/graphql/catalogue";

import type { ListUrl } from "../list-url";
import { useText } from "../use-text";
import messages from "./messages";
import { PickFilter, type Found } from "./PickFilter";

const MOST = 20;

/** Narrows a list to one product, found by a part of its name. */
export function ProductFilter({ list }: { list: ListUrl }) {
  const text = useText(messages);
  return (
    <PickFilter
      list={list}
      name="product"
      label={text("product")}
      any={text("anyProduct")}
      useFinding={useProducts}
    />
  );
}

function useProducts(wanted: string | undefined, chosen: string | undefined): Found {
  const [found] = useQuery({
    query: LoyaltyCatalogueDocument,
    variables: { kind: "PRODUCT", search: wanted ?? "", first: MOST },
    pause: wanted === undefined,
  });
  const [named] = useQuery({
    query: LoyaltyCatalogueDocument,
    variables: { kind: "PRODUCT", ids: chosen ? [chosen] : [] },
    pause: chosen === undefined,
  });
  return {
    options: (found.data?.loyaltyCatalogue ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
    loading: found.fetching,
    name: named.data?.loyaltyCatalogue?.[0]?.name,
  };
}
