import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyMembersDocument, type LoyaltyMembersQuery } from "@/graphql/members";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";

import messages from "./messages";

type Row = NonNullable<LoyaltyMembersQuery["loyaltyMembers"]>["edges"][number]["node"];

export function Component() {
  const intl = useIntl();
  const format = useFormat();
  const list = useListUrl();
  const [answer, again] = useQuery({
    query: LoyaltyMembersDocument,
    variables: { first: list.first, after: list.after, search: list.get("search") },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const columns: Column<Row>[] = [
    {
      key: "email",
      title: text("email"),
      cell: (row) => (
        <>
          {row.email} {row.isGuest && <span className="grey">· {text("guest")}</span>}
        </>
      ),
    },
    { key: "tier", title: text("tier"), cell: (row) => row.tier?.name ?? "-" },
    { key: "available", title: text("available"), end: true, cell: (row) => format.number(row.points.available) },
    { key: "pending", title: text("pending"), end: true, cell: (row) => format.number(row.points.pending) },
    { key: "joined", title: text("joined"), cell: (row) => format.date(row.joinedAt) },
  ];
  const page = answer.data?.loyaltyMembers;
  return (
    <ListPage title={text("all")}>
      <FilterRow list={list} search={text("search")} />
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={text("all")}
            columns={columns}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={(row) => row.id ?? row.email}
            to={(row) => `/members/${row.id}`}
            empty={text("none")}
            list={list}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
    </ListPage>
  );
}
