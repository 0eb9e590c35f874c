import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyAllGroupOffersDocument } from "@/graphql/all_group_offers";
import { LoyaltyGroupsDocument } from "@/graphql/groups";
import type { LoyaltyGroupState } from "@/graphql/schema";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed } from "@/kit/states";
import { Pager, Table } from "@/kit/Table";

import shared from "../messages";
import { Needs } from "../Needs";
import { groupAddress, groupStateNamed, groupStates, useGroupColumns } from "./columns";
import messages from "./messages";

export function Component() {
  return (
    <Needs permission="MANAGE_ORDERS">
      <Groups />
    </Needs>
  );
}

function Groups() {
  const intl = useIntl();
  const navigate = useNavigate();
  const list = useListUrl();
  const columns = useGroupColumns();
  const [answer, again] = useQuery({
    query: LoyaltyGroupsDocument,
    variables: {
      first: list.first,
      after: list.after,
      state: groupStateNamed(list.get("state")),
      offerId: list.get("offer"),
      code: list.get("search")?.trim(),
    },
  });
  const page = answer.data?.loyaltyGroups;
  const title = intl.formatMessage(messages.allGroups);
  return (
    <ListPage
      title={title}
      actions={
        <Button variant="secondary" onClick={() => navigate("/rewards/group-buys")}>
          {intl.formatMessage(messages.all)}
        </Button>
      }
    >
      <FilterRow
        list={list}
        search={intl.formatMessage(messages.codeSearch)}
        filters={useFilters()}
      />
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={title}
            columns={columns}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            to={groupAddress}
            empty={intl.formatMessage(messages.noGroups)}
            list={list}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
    </ListPage>
  );
}

function useFilters(): Filter[] {
  const intl = useIntl();
  const { may } = useViewer();
  const [answer] = useQuery({
    query: LoyaltyAllGroupOffersDocument,
    pause: !may("MANAGE_PROGRAMMES"),
  });
  const offers = answer.data?.loyaltyGroupOffers ?? [];
  const states = Object.keys(groupStates) as LoyaltyGroupState[];
  const filters: Filter[] = [
    {
      name: "state",
      label: intl.formatMessage(shared.status),
      kind: "choice",
      choices: states.map((state) => ({
        value: state,
        label: intl.formatMessage(groupStates[state].label),
      })),
    },
  ];
  if (offers.length > 0)
    filters.push({
      name: "offer",
      label: intl.formatMessage(messages.offer),
      kind: "choice",
      choices: offers.map(({ id, name }) => ({ value: id, label: name })),
    });
  return filters;
}
