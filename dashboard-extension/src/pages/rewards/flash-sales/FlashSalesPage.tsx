import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { LoyaltyAllFlashSalesDocument } from "@/graphql/all_flash_sales";
import { useFormat } from "@/kit/format";
import { ListPage } from "@/kit/Page";
import { Failed } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";

import shared from "../messages";
import { Needs } from "../Needs";
import messages from "./messages";
import { takenOf, type Sale } from "./taken";
import { SalePill } from "./SalePill";

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
  const [answer, again] = useQuery({ query: LoyaltyAllFlashSalesDocument });
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
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <Table
          label={title}
          columns={columns}
          rows={answer.data?.loyaltyFlashSales}
          rowKey={({ id }) => id}
          to={({ id }) => `/rewards/flash-sales/${encodeURIComponent(id)}`}
          empty={intl.formatMessage(messages.none)}
        />
      )}
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
