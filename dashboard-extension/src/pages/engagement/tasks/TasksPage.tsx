import "../engagement.css";

import { Button } from "@saleor/macaw-ui";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyAllTasksDocument, type LoyaltyAllTasksQuery } from "@/graphql/all_tasks";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import { NoAccess } from "@/kit/states";
import type { Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { StatePill, TASK_STATES } from "./marks";
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
    variables: {
      search: list.get("search")?.trim(),
      state: TASK_STATES.find((one) => one === list.get("state")),
      first: list.first,
      after: list.after,
    },
    pause: !allowed,
  });
  const filters: Filter[] = [
    {
      name: "state",
      label: text("state"),
      kind: "choice",
      choices: TASK_STATES.map((state) => ({ value: state, label: text(state) })),
    },
  ];
  const filtered = list.get("search") !== undefined || list.get("state") !== undefined;
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
      ) : (
        <>
          <FilterRow list={list} search={text("search")} filters={filters} />
          <PagedTable
            label={text("all")}
            columns={columns}
            page={answer.data?.loyaltyTasks}
            error={answer.error}
            retry={again}
            rowKey={(row) => row.id}
            to={(row) => `/engagement/tasks/${row.id}`}
            empty={text(filtered ? "noneSuch" : "none")}
            list={list}
          />
        </>
      )}
    </ListPage>
  );
}
