import "../engagement.css";

import { Button } from "@saleor/macaw-ui";
import { Link, useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyLeaderboardRemoveDocument } from "@/graphql/leaderboard_remove";
import {
  LoyaltyTaskLeaderboardDocument,
  type LoyaltyTaskLeaderboardQuery,
} from "@/graphql/task_leaderboard";
import { useAction } from "@/kit/action";
import { useConfirm } from "@/kit/Dialog";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed, NoAccess } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import { useBack, useTask } from "./use-task";

type Row = NonNullable<LoyaltyTaskLeaderboardQuery["loyaltyLeaderboard"]>["places"][number];
const MOST = 100;

/** Who is seen on the leaderboard, and a way to take a name off. */
export function Component() {
  const { id = "" } = useParams();
  const text = useText(messages);
  const format = useFormat();
  const { may } = useViewer();
  const list = useListUrl();
  const { task } = useTask(id);
  const back = useBack(id);
  const { ask, dialog } = useConfirm();
  const remove = useAction(LoyaltyLeaderboardRemoveDocument, { success: text("removed") });
  const allowed = may("MANAGE_MEMBERS");
  const [answer, again] = useQuery({
    query: LoyaltyTaskLeaderboardDocument,
    variables: { taskId: id, period: list.get("period"), first: MOST },
    pause: !allowed,
  });
  const board = answer.data?.loyaltyLeaderboard;
  const askRemove = (row: Row) =>
    ask({
      title: text("removeTitle", { name: row.name ?? "" }),
      text: text("removeText"),
      confirm: text("remove"),
      destructive: true,
      act: async () => {
        if (row.memberId && (await remove.run({ memberId: row.memberId })).done) again();
      },
    });
  const columns: Column<Row>[] = [
    {
      key: "rank",
      title: text("rank"),
      cell: (row) => (
        <>
          {format.number(row.rank)} {row.tied && <span className="grey">· {text("tied")}</span>}
        </>
      ),
    },
    {
      key: "name",
      title: text("seenAs"),
      cell: (row) => (
        <Link className="quiet" to={`/members/${row.memberId}`}>
          {row.name}
        </Link>
      ),
    },
    {
      key: "progress",
      title: text("progress"),
      end: true,
      cell: (row) => format.number(row.progress),
    },
    {
      key: "remove",
      title: "",
      end: true,
      cell: (row) => (
        <div className="row-end">
          <Button
            variant="secondary"
            size="small"
            aria-label={text("removeName", { name: row.name ?? "" })}
            onClick={() => askRemove(row)}
          >
            {text("remove")}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <ListPage title={text("leaderboardOf", { task: task?.name || "…" })} back={back}>
      {!allowed ? (
        <NoAccess />
      ) : (
        <>
          <div className="under-line" />
          <FilterRow
            list={list}
            filters={[{ name: "period", label: text("periodLabel"), kind: "text" }]}
          />
          {answer.error ? (
            <Failed error={answer.error} retry={again} />
          ) : (
            <Table
              label={text("leaderboard")}
              columns={columns}
              rows={answer.data ? (board?.places ?? []) : undefined}
              rowKey={(row) => row.memberId ?? String(row.rank)}
              empty={text(board ? "noNames" : "noBoard")}
            />
          )}
          {dialog}
        </>
      )}
    </ListPage>
  );
}
