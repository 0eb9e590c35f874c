import { Button } from "@saleor/macaw-ui";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyMembersDocument, type LoyaltyMembersQuery } from "@/graphql/members";
import { Pill } from "@/kit/Card";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed, NoAccess } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";

import { useExport } from "./export";
import { useFilters, wantedOf } from "./filters";
import { useText } from "./text";

type Row = NonNullable<LoyaltyMembersQuery["loyaltyMembers"]>["edges"][number]["node"];

export function Component() {
  return useViewer().may("MANAGE_MEMBERS") ? <Members /> : <NoAccess />;
}

function Members() {
  const text = useText();
  const list = useListUrl({ sort: "joined", direction: "desc" });
  const filters = useFilters();
  const columns = useColumns();
  const wanted = wantedOf(list);
  const exporting = useExport(wanted);
  const [answer, again] = useQuery({
    query: LoyaltyMembersDocument,
    variables: { first: list.first, after: list.after, ...wanted },
  });
  const page = answer.data?.loyaltyMembers;
  return (
    <ListPage
      title={text("all")}
      actions={
        <Button
          variant="secondary"
          disabled={exporting.busy || !page?.edges.length}
          onClick={() => void exporting.run()}
        >
          {text(exporting.busy ? "exporting" : "export")}
        </Button>
      }
    >
      <FilterRow list={list} search={text("search")} filters={filters} />
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

function useColumns(): Column<Row>[] {
  const text = useText();
  const format = useFormat();
  return [
    {
      key: "email",
      title: text("email"),
      sortable: true,
      cell: (row) => (
        <>
          {row.email} {row.isGuest && <span className="grey">· {text("guest")}</span>}
        </>
      ),
    },
    { key: "name", title: text("name"), cell: (row) => row.name || "-" },
    { key: "tier", title: text("tier"), cell: (row) => row.tier?.name ?? "-" },
    {
      key: "available",
      title: text("available"),
      end: true,
      sortable: true,
      cell: (row) => (
        <>
          {row.points.debt > 0 && <Pill mood="warning">{text("debtors")}</Pill>}{" "}
          {format.number(row.points.available)}
        </>
      ),
    },
    {
      key: "pending",
      title: text("pending"),
      end: true,
      cell: (row) => format.number(row.points.pending),
    },
    {
      key: "growth",
      title: text("growth"),
      end: true,
      sortable: true,
      cell: (row) => format.number(row.growth.available),
    },
    {
      key: "joined",
      title: text("joined"),
      sortable: true,
      cell: (row) => format.date(row.joinedAt),
    },
  ];
}
