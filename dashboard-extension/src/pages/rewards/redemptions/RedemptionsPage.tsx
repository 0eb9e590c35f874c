import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyRedemptionsDocument, type LoyaltyRedemptionsQuery } from "@/graphql/redemptions";
import { Pill } from "@/kit/Card";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import type { Column } from "@/kit/Table";

import shared from "../messages";
import { Needs } from "../Needs";
import { RewardFilter } from "../picks";
import { kinds } from "../words";
import { useFilters, useWanted } from "./filters";
import messages from "./messages";
import { states } from "./states";
import { useExport } from "./useExport";

type Row = NonNullable<LoyaltyRedemptionsQuery["loyaltyRedemptions"]>["edges"][number]["node"];

const NOBODYS = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

export function Component() {
  return (
    <Needs permission="MANAGE_ORDERS">
      <Redemptions />
    </Needs>
  );
}

function Redemptions() {
  const intl = useIntl();
  const { may } = useViewer();
  const list = useListUrl();
  const { filters, nobody, waiting } = useWanted(list);
  const [answer, again] = useQuery({
    query: LoyaltyRedemptionsDocument,
    variables: { ...filters, first: list.first, after: list.after },
    pause: nobody || waiting,
  });
  const { run, rows } = useExport(filters);
  const title = intl.formatMessage(messages.all);
  return (
    <ListPage
      title={title}
      actions={
        <Button
          variant="secondary"
          onClick={run}
          disabled={rows !== undefined || nobody || waiting}
        >
          {rows === undefined
            ? intl.formatMessage(messages.export)
            : intl.formatMessage(messages.exporting, { rows })}
        </Button>
      }
    >
      <FilterRow
        list={list}
        search={intl.formatMessage(messages.codeSearch)}
        filters={useFilters()}
        actions={may("MANAGE_PROGRAMMES") && <RewardFilter list={list} />}
      />
      <PagedTable
        label={title}
        columns={useColumns()}
        page={nobody ? NOBODYS : answer.data?.loyaltyRedemptions}
        error={nobody ? undefined : answer.error}
        retry={again}
        rowKey={({ id }) => id}
        to={({ id }) => `/rewards/redemptions/${encodeURIComponent(id)}`}
        empty={intl.formatMessage(messages.none)}
        list={list}
      />
    </ListPage>
  );
}

function useColumns(): Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return [
    {
      key: "reward",
      title: text("reward"),
      cell: (row) => (
        <>
          {row.quantity > 1 && `${intl.formatMessage(messages.times, { quantity: row.quantity })} `}
          {row.name}
        </>
      ),
    },
    {
      key: "kind",
      title: text("kind"),
      cell: (row) => intl.formatMessage(kinds[row.kind].label),
    },
    {
      key: "state",
      title: text("state"),
      cell: ({ state }) => (
        <Pill mood={states[state].mood}>{intl.formatMessage(states[state].label)}</Pill>
      ),
    },
    {
      key: "member",
      title: intl.formatMessage(shared.member),
      cell: (row) => row.member?.email ?? "-",
    },
    { key: "code", title: text("code"), cell: (row) => row.code ?? "-" },
    { key: "points", title: text("points"), end: true, cell: (row) => format.number(row.points) },
    { key: "redeemed", title: text("redeemed"), cell: (row) => format.moment(row.createdAt) },
  ];
}
