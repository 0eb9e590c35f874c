import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import type { LoyaltyStarterKind } from "@/graphql/schema";
import {
  LoyaltyStarterPreviewDocument,
  type LoyaltyStarterPreviewQuery,
} from "@/graphql/starter_preview";
import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Failed } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";

import messages from "./messages";

type Trial = NonNullable<LoyaltyStarterPreviewQuery["loyaltyStarterPreview"]>;
type Row = Trial["orders"][number];

const ORDERS = 20;

/** What the newest orders would have earned. */
export function Preview({ kind }: { kind: LoyaltyStarterKind }) {
  const intl = useIntl();
  const format = useFormat();
  const { shop } = useViewer();
  // No points pay nothing, in the shop's own money.
  const nothing = shop.channels.slice(0, 1).map(({ currency }) => ({ currency, amount: "0" }));
  const [answer, again] = useQuery({
    query: LoyaltyStarterPreviewDocument,
    variables: { kind, first: ORDERS },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const trial = answer.data?.loyaltyStarterPreview;
  const columns: Column<Row>[] = [
    { key: "order", title: text("order"), cell: ({ order }) => `#${order.number}` },
    { key: "customer", title: text("customer"), cell: ({ order }) => order.email || "-" },
    { key: "date", title: text("date"), cell: ({ order }) => format.date(order.placedAt) },
    { key: "total", title: text("total"), end: true, cell: ({ order }) => order.total.text },
    {
      key: "points",
      title: text("points"),
      end: true,
      cell: ({ points }) => format.number(points),
    },
    {
      key: "growth",
      title: text("growth"),
      end: true,
      cell: ({ growth }) => format.number(growth),
    },
  ];
  const intro = trial?.orders.length
    ? intl.formatMessage(messages.previewSum, {
        orders: trial.orders.length,
        customers: trial.customers,
        points: trial.points,
        worth: (trial.worth.length > 0 ? trial.worth : nothing).map(format.money).join(" + "),
      })
    : text("previewIntro");
  return (
    <Card title={text("preview")} intro={intro} flush>
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <Table
          label={text("preview")}
          columns={columns}
          rows={trial?.orders}
          rowKey={({ order }) => order.id}
          empty={text("noOrders")}
        />
      )}
    </Card>
  );
}
