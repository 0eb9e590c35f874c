import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { CodeListsDocument, type CodeListsQuery } from "@/graphql/code_lists";
import { textOf } from "@/kit/config/summary";

export type CodeList = NonNullable<CodeListsQuery["loyaltyCodeLists"]>[number];

export function useLists() {
  const [answer, ask] = useQuery({ query: CodeListsDocument, variables: {} });
  return { answer, again: () => ask({ requestPolicy: "network-only" }) };
}

/** A list's name in the reader's language, else its short name. */
export function useListName(): (list: CodeList) => string {
  const { locale } = useIntl();
  return ({ name, slug }) => textOf(name, locale) || slug;
}
