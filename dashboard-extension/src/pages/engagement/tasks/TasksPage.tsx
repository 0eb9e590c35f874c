import "../engagement.css";

import { Button } from "@saleor/macaw-ui";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyAllTasksDocument, type LoyaltyAllTasksQuery } from "@/graphql/all_tasks";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed, NoAccess } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { StatePill } from "./marks";
import messages from "./messages";

type Row = NonNullable<LoyaltyAllTasksQuery["loyaltyTasks"]>["edges"][number]["node"];

export function Component() {
  const text = useText(messages);
  const format = useFormat();
  const navigate = useNavigate();
  const { may } = useViewer();
  const list = useListUrl();
  const allowed = may("MANAGE_PROGRAMMES");
  const [answer, again] = useQuery({
    query: LoyaltyAllTasksDocument,
    variables: { first: list.first, after: list.after },
    pause: !allowed,
  });
  const page = answer.data?.loyaltyTasks;
  const columns: Column<Row>[] = [
    {
      key: "name",
      title: text("name"),
      cell: (row) => (
        <>
          {row.name || row.slug} <span className="grey">· {row.slug}</span>
        </>
      ),
    },
    { key: "state", title: text("state"), cell: (row) => <StatePill state={row.state} /> },
    {
      key: "from",
      title: text("from"),
      cell: (row) => (row.startsAt ? format.date(row.startsAt) : "-"),
    },
    {
      key: "until",
      title: text("until"),
      cell: (row) => (row.endsAt ? format.date(row.endsAt) : "-"),
    },
    {
      key: "running",
      title: text("running"),
      end: true,
      cell: (row) => format.number(row.counts?.running ?? 0),
    },
    {
      key: "done",
      title: text("done"),
      end: true,
      cell: (row) => format.number(row.counts?.done ?? 0),
    },
  ];
  return (
    <ListPage
      title={text("all")}
      actions={
        allowed && (
          <Button onClick={() => navigate("/engagement/tasks/new")}>{text("create")}</Button>
        )
      }
    >
      {!allowed ? (
        <NoAccess />
      ) : answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={text("all")}
            columns={columns}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={(row) => row.id}
            to={(row) => `/engagement/tasks/${row.id}`}
            empty={text("none")}
            list={list}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
    </ListPage>
  );
}
