import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyDeadLettersDocument } from "@/graphql/dead_letters";
import { LoyaltyDeadLettersReplayDocument } from "@/graphql/dead_letters_replay";
import { LoyaltyLinesDocument } from "@/graphql/lines";
import type { LoyaltyDirection } from "@/graphql/schema";
import { useAction } from "@/kit/action";
import { useConfirm } from "@/kit/Dialog";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed, NoAccess } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";
import { useSession } from "@/session/context";

import { Lines } from "./Lines";
import messages from "./messages";
import { ProblemDialog, type Problem } from "./ProblemDialog";

/** What could not be done, in both directions, and a way to try it again. */
export function Component() {
  return useViewer().may("MANAGE_ORDERS") ? <Problems /> : <NoAccess />;
}

function Problems() {
  const intl = useIntl();
  const format = useFormat();
  const session = useSession();
  const list = useListUrl();
  const { ask, dialog } = useConfirm();
  const [open, setOpen] = useState<Problem>();
  const direction: LoyaltyDirection = list.get("direction") === "OUT" ? "OUT" : "IN";
  const kind = list.get("kind");
  const [lines, askLines] = useQuery({ query: LoyaltyLinesDocument });
  const [answer, again] = useQuery({
    query: LoyaltyDeadLettersDocument,
    variables: {
      direction,
      kind,
      search: list.get("search"),
      first: list.first,
      after: list.after,
    },
  });
  const replayAll = useAction(LoyaltyDeadLettersReplayDocument);
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const page = answer.data?.loyaltyDeadLetters;
  const state = lines.data?.loyaltyLines;
  const kinds = (direction === "IN" ? state?.inbox : state?.outbox)?.kinds ?? [];
  const refresh = () => {
    again();
    askLines();
  };

  const filters: Filter[] = [
    {
      name: "direction",
      label: text("direction"),
      kind: "choice",
      choices: [
        { value: "IN", label: text("inLong") },
        { value: "OUT", label: text("outLong") },
      ],
    },
    {
      name: "kind",
      label: text("kind"),
      kind: "choice",
      choices: kinds.map((one) => ({ value: one.kind, label: `${one.kind} (${one.number})` })),
    },
  ];
  const columns: Column<Problem>[] = [
    {
      key: "subject",
      title: text("subject"),
      cell: (row) => (
        <Button variant="tertiary" size="small" onClick={() => setOpen(row)}>
          {row.subject}
        </Button>
      ),
    },
    { key: "kind", title: text("kind"), cell: (row) => row.kind },
    { key: "error", title: text("error"), cell: (row) => row.error || "-" },
    {
      key: "attempts",
      title: text("attempts"),
      end: true,
      cell: (row) => format.number(row.attempts),
    },
    { key: "since", title: text("since"), cell: (row) => format.moment(row.createdAt) },
  ];
  const retryAll = async () => {
    const done = await replayAll.run({ direction, kind });
    if (!done.done) return;
    const number = done.payload.number ?? 0;
    session.notify("success", intl.formatMessage(messages.retriedAll, { number }));
    refresh();
  };

  return (
    <ListPage
      title={text("title")}
      actions={
        <Button
          variant="secondary"
          disabled={!page?.edges.length || replayAll.busy}
          onClick={() =>
            ask({
              title: text("retryAll"),
              text: intl.formatMessage(messages.retryAllText, { direction }),
              confirm: text("retryAll"),
              act: retryAll,
            })
          }
        >
          {text("retryAll")}
        </Button>
      }
    >
      {state && <Lines inbox={state.inbox} outbox={state.outbox} />}
      <FilterRow list={list} search={text("search")} filters={filters} />
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={text("title")}
            columns={columns}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={(row) => row.id}
            empty={text("none")}
            list={list}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
      {open && (
        <ProblemDialog
          problem={open}
          onClose={() => setOpen(undefined)}
          onRetried={() => {
            setOpen(undefined);
            refresh();
          }}
        />
      )}
      {dialog}
    </ListPage>
  );
}
