import { useEffect, useState } from "react";
import { useQuery } from "urql";

import { LoyaltyMemberHeadDocument } from "@/graphql/member_head";
import { LoyaltyMembersDocument } from "@/graphql/members";

const PAUSE_MS = 300;
const MOST = 20;

/** Members by what is typed, asked once the field is used. */
export function useMemberSearch() {
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === undefined) return;
    const timer = setTimeout(() => setWanted(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, wanted]);
  const [found] = useQuery({
    query: LoyaltyMembersDocument,
    variables: { first: MOST, search: wanted || undefined },
    pause: wanted === undefined,
  });
  const members = found.data?.loyaltyMembers?.edges ?? [];
  return {
    options: members.flatMap(({ node }) =>
      node.id
        ? [{ value: node.id, label: node.name ? `${node.email} · ${node.name}` : node.email }]
        : [],
    ),
    loading: found.fetching,
    begin: () => setWanted((old) => old ?? ""),
    type: setTyped,
  };
}

/** How a member that an address names is called. */
export function useMemberName(id: string | undefined): string | undefined {
  const [answer] = useQuery({
    query: LoyaltyMemberHeadDocument,
    variables: { id: id ?? "" },
    pause: id === undefined,
  });
  return id && (answer.data?.loyaltyMember?.email ?? id);
}
