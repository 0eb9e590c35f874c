import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyGroupsDocument } from "@/graphql/groups";
import type { LoyaltyGroupState } from "@/graphql/schema";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";

import shared from "../messages";
import { Needs } from "../Needs";
import { OfferFilter } from "../picks";
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
  const { may } = useViewer();
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
        actions={may("MANAGE_PROGRAMMES") && <OfferFilter list={list} />}
      />
      <PagedTable
        label={title}
        columns={columns}
        page={answer.data?.loyaltyGroups}
        error={answer.error}
        retry={again}
        rowKey={({ id }) => id}
        to={groupAddress}
        empty={intl.formatMessage(messages.noGroups)}
        list={list}
      />
    </ListPage>
  );
}

function useFilters(): Filter[] {
  const intl = useIntl();
  const states = Object.keys(groupStates) as LoyaltyGroupState[];
  return [
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
}
