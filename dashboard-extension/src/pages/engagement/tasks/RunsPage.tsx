import "../engagement.css";

import { Link, useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyTaskRunsDocument, type LoyaltyTaskRunsQuery } from "@/graphql/task_runs";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import { NoAccess } from "@/kit/states";
import type { Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { RUN_STATES, StatePill } from "./marks";
import messages from "./messages";
import { useBack, useTask } from "./use-task";

type Row = NonNullable<LoyaltyTaskRunsQuery["loyaltyTaskRuns"]>["edges"][number]["node"];

/** Who is how far with one task. */
export function Component() {
  const { id = "" } = useParams();
  const text = useText(messages);
  const format = useFormat();
  const { may } = useViewer();
  const list = useListUrl();
  const { task } = useTask(id);
  const back = useBack(id);
  const allowed = may("MANAGE_MEMBERS");
  const [answer, again] = useQuery({
    query: LoyaltyTaskRunsDocument,
    variables: {
      taskId: id,
      state: RUN_STATES.find((one) => one === list.get("state")),
      period: list.get("period"),
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
      choices: RUN_STATES.map((state) => ({ value: state, label: text(state) })),
    },
    { name: "period", label: text("periodLabel"), kind: "text" },
  ];
  const columns: Column<Row>[] = [
    {
      key: "member",
      title: text("member"),
      cell: ({ member }) => (
        <Link className="quiet" to={`/members/${member.id}`}>
          {member.email}
        </Link>
      ),
    },
    { key: "state", title: text("state"), cell: (row) => <StatePill state={row.state} /> },
    { key: "period", title: text("period"), cell: (row) => row.period || "-" },
    {
      key: "progress",
      title: text("progress"),
      end: true,
      cell: (row) => format.number(row.progress),
    },
    { key: "from", title: text("begun"), cell: (row) => format.date(row.beginsAt) },
    {
      key: "until",
      title: text("ends"),
      cell: (row) => (row.endsAt ? format.date(row.endsAt) : "-"),
    },
    {
      key: "done",
      title: text("doneAt"),
      cell: (row) => (row.doneAt ? format.date(row.doneAt) : "-"),
    },
  ];
  return (
    <ListPage title={text("membersOf", { task: task?.name || "…" })} back={back}>
      {!allowed ? (
        <NoAccess />
      ) : (
        <>
          <div className="under-line" />
          <FilterRow list={list} filters={filters} />
          <PagedTable
            label={text("whoIsWhere")}
            columns={columns}
            page={answer.data?.loyaltyTaskRuns}
            error={answer.error}
            retry={again}
            rowKey={(row) => `${row.member.id}.${row.period}.${row.beginsAt}`}
            empty={text("noRuns")}
            list={list}
          />
        </>
      )}
    </ListPage>
  );
}
