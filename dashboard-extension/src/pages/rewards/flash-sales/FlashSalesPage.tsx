import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import {
  LoyaltyAllFlashSalesDocument,
  type LoyaltyAllFlashSalesQuery,
} from "@/graphql/all_flash_sales";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import type { Column } from "@/kit/Table";

import shared from "../messages";
import { Needs } from "../Needs";
import { standingIn, useStandingFilter } from "../standing";
import messages from "./messages";
import { SalePill } from "./SalePill";
import { takenOf } from "./taken";

type Sale = NonNullable<LoyaltyAllFlashSalesQuery["loyaltyFlashSales"]>["edges"][number]["node"];

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <Sales />
    </Needs>
  );
}

function Sales() {
  const intl = useIntl();
  const navigate = useNavigate();
  const columns = useColumns();
  const list = useListUrl();
  const [answer, again] = useQuery({
    query: LoyaltyAllFlashSalesDocument,
    variables: {
      search: list.get("search")?.trim(),
      standing: standingIn(list),
      first: list.first,
      after: list.after,
    },
  });
  const title = intl.formatMessage(messages.all);
  return (
    <ListPage
      title={title}
      actions={
        <Button variant="primary" onClick={() => navigate("/rewards/flash-sales/new")}>
          {intl.formatMessage(messages.create)}
        </Button>
      }
    >
      <FilterRow
        list={list}
        search={intl.formatMessage(shared.searchName)}
        filters={[useStandingFilter()]}
      />
      <PagedTable
        label={title}
        columns={columns}
        page={answer.data?.loyaltyFlashSales}
        error={answer.error}
        retry={again}
        rowKey={({ id }) => id}
        to={({ id }) => `/rewards/flash-sales/${encodeURIComponent(id)}`}
        empty={intl.formatMessage(messages.none)}
        list={list}
      />
    </ListPage>
  );
}

function useColumns(): Column<Sale>[] {
  const intl = useIntl();
  const format = useFormat();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return [
    { key: "name", title: text("name"), cell: ({ name }) => name },
    {
      key: "status",
      title: intl.formatMessage(shared.status),
      cell: (sale) => <SalePill sale={sale} />,
    },
    {
      key: "starts",
      title: intl.formatMessage(shared.starts),
      cell: ({ startsAt }) => format.moment(startsAt),
    },
    {
      key: "ends",
      title: intl.formatMessage(shared.ends),
      cell: ({ endsAt }) => format.moment(endsAt),
    },
    {
      key: "products",
      title: text("products"),
      end: true,
      cell: ({ items }) => format.number(items.length),
    },
    {
      key: "taken",
      title: text("taken"),
      end: true,
      cell: ({ items }) => {
        const { taken, quota } = takenOf(items);
        return quota > 0 ? intl.formatMessage(messages.takenOf, { taken, quota }) : "-";
      },
    },
  ];
}
