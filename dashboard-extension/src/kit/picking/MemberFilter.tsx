import { useQuery } from "urql";

import { LoyaltyMemberHeadDocument } from "@/graphql/member_head";
import { LoyaltyMembersDocument } from "@/graphql/members";

import type { ListUrl } from "../list-url";
import { useText } from "../use-text";
import messages from "./messages";
import { PickFilter, type Found } from "./PickFilter";

const MOST = 20;

/** Narrows a list to one member, found by name, e-mail or code. */
export function MemberFilter({ list }: { list: ListUrl }) {
  const text = useText(messages);
  return (
    <PickFilter
      list={list}
      name="member"
      label={text("member")}
      any={text("anyMember")}
      useFinding={useMembers}
    />
  );
}

/** Members by what is typed, and how the chosen one is called. */
export function useMembers(wanted: string | undefined, chosen: string | undefined): Found {
  const [found] = useQuery({
    query: LoyaltyMembersDocument,
    variables: { first: MOST, search: wanted || undefined },
    pause: wanted === undefined,
  });
  const [head] = useQuery({
    query: LoyaltyMemberHeadDocument,
    variables: { id: chosen ?? "" },
    pause: chosen === undefined,
  });
  const members = found.data?.loyaltyMembers?.edges ?? [];
  return {
    options: members.flatMap(({ node: { id, email, name } }) =>
      id ? [{ value: id, label: name ? `${email} · ${name}` : email }] : [],
    ),
    loading: found.fetching,
    name: head.data?.loyaltyMember?.email,
  };
}
