import { Link } from "react-router-dom";

import { LoyaltyRedemptionsDocument, type LoyaltyRedemptionsQuery } from "@/graphql/redemptions";
import { Card, Pill, type Mood } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty, Loaded } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";

import { useFreshQuery } from "../fresh";
import { useText } from "../text";

type Redemption = NonNullable<
  LoyaltyRedemptionsQuery["loyaltyRedemptions"]
>["edges"][number]["node"];

const MOODS: Record<Redemption["state"], Mood> = {
  REQUESTED: "warning",
  RESERVED: "info",
  ISSUED: "success",
  FULFILLED: "success",
  CANCELLED: "neutral",
  EXPIRED: "info",
};
const SHOWN = 10;

/** The newest things a member redeemed; all of them stand in the list of redemptions. */
export function RedemptionsCard({ id, email }: { id: string; email: string }) {
  const text = useText();
  const format = useFormat();
  const [answer, again] = useFreshQuery({
    query: LoyaltyRedemptionsDocument,
    variables: { memberId: id, first: SHOWN },
  });
  const page = answer.data?.loyaltyRedemptions;
  const columns: Column<Redemption>[] = [
    {
      key: "name",
      title: text("reward"),
      cell: (one) => (one.quantity > 1 ? `${one.quantity} × ${one.name}` : one.name),
    },
    {
      key: "state",
      title: text("state"),
      cell: (one) => <Pill mood={MOODS[one.state]}>{text(`redemption${one.state}`)}</Pill>,
    },
    { key: "code", title: text("code"), cell: (one) => one.code ?? "-" },
    { key: "points", title: text("points"), end: true, cell: (one) => format.number(one.points) },
    { key: "when", title: text("when"), cell: (one) => format.date(one.createdAt) },
  ];
  return (
    <Card
      title={text("redemptions")}
      flush
      actions={
        page?.pageInfo.hasNextPage && (
          <Link className="quiet" to={`/rewards/redemptions?member=${encodeURIComponent(email)}`}>
            {text("showAll")}
          </Link>
        )
      }
    >
      <Loaded answer={answer} retry={again}>
        {() =>
          page?.edges.length ? (
            <Table
              label={text("redemptions")}
              columns={columns}
              rows={page.edges.map(({ node }) => node)}
              rowKey={(one) => one.id}
              to={(one) => `/rewards/redemptions/${one.id}`}
              empty={null}
            />
          ) : (
            <div className="card-body">
              <Empty>{text("noRedemptions")}</Empty>
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}
