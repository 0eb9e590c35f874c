import { Button } from "@saleor/macaw-ui";
import { FileUp } from "lucide-react";
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyEventBatchDocument, type LoyaltyEventBatchQuery } from "@/graphql/event_batch";
import { LoyaltyEventBatchRunDocument } from "@/graphql/event_batch_run";
import { LoyaltyEventBatchUndoDocument } from "@/graphql/event_batch_undo";
import { useAction } from "@/kit/action";
import { useActors } from "@/kit/actors";
import { Card, Facts } from "@/kit/Card";
import { useConfirm } from "@/kit/Dialog";
import { CheckField } from "@/kit/fields";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { DetailPage } from "@/kit/Page";
import { Loaded, NoAccess } from "@/kit/states";
import { Pager } from "@/kit/Table";

import { LinesTable } from "./LinesTable";
import messages from "./messages";
import { isAtWork, StatePill } from "./state";

export type Batch = NonNullable<LoyaltyEventBatchQuery["loyaltyEventBatch"]>;

const ASK_AGAIN_MS = 2_000;

/** One file: what each line would bring or has brought; to do, and to undo. */
export function Component() {
  return useViewer().may("MANAGE_POINTS") ? <Import /> : <NoAccess />;
}

function Import() {
  const { id = "" } = useParams();
  const list = useListUrl();
  const [answer, again] = useQuery({
    query: LoyaltyEventBatchDocument,
    variables: {
      id,
      first: list.first,
      after: list.after,
      onlyErrors: list.get("errors") === "1",
    },
  });
  const state = answer.data?.loyaltyEventBatch?.state;
  useEffect(() => {
    if (!isAtWork(state) || answer.fetching) return;
    const timer = setTimeout(again, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [state, answer.fetching, again]);
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyEventBatch: batch }) =>
        batch && <OneImport batch={batch} list={list} again={again} />
      }
    </Loaded>
  );
}

interface OneImportProps {
  batch: Batch;
  list: ReturnType<typeof useListUrl>;
  again: () => void;
}

function OneImport({ batch, list, again }: OneImportProps) {
  const intl = useIntl();
  const format = useFormat();
  const nameOf = useActors([batch.actor]);
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const fact = (name: keyof typeof messages, value: number | null) => ({
    label: text(name),
    value: format.number(value ?? 0),
  });
  return (
    <DetailPage
      title={batch.name}
      beside={<StatePill state={batch.state} />}
      back={{ to: "/operations/imports", label: text("title"), icon: <FileUp size={20} /> }}
      actions={<Steps batch={batch} again={again} />}
      aside={
        <Card title={text("one")}>
          <Facts
            facts={[
              fact("lines", batch.lines),
              fact("doneLines", batch.done),
              fact("refused", batch.refused),
              fact("faulty", batch.faulty),
              fact("points", batch.points),
              fact("growth", batch.growth),
              { label: text("when"), value: format.moment(batch.createdAt) },
              { label: text("by"), value: nameOf(batch.actor) },
            ]}
          />
        </Card>
      }
    >
      <Card title={text("lines")} flush>
        <div className="card-intro">
          <CheckField
            label={text("onlyErrors")}
            value={list.get("errors") === "1"}
            onChange={(only) => list.set({ errors: only ? "1" : undefined })}
          />
        </div>
        <LinesTable lines={batch.items?.edges.map(({ node }) => node)} />
        <Pager list={list} pageInfo={batch.items?.pageInfo} />
      </Card>
    </DetailPage>
  );
}

/** What can be done with the file as it stands. */
function Steps({ batch, again }: { batch: Batch; again: () => void }) {
  const intl = useIntl();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const run = useAction(LoyaltyEventBatchRunDocument, { success: text("ran") });
  const undo = useAction(LoyaltyEventBatchUndoDocument, { success: text("undid") });
  const { ask, dialog } = useConfirm();
  const { id, lines } = batch;
  const faulty = batch.faulty ?? 0;
  const askRun = () =>
    ask({
      title: text("runTitle"),
      text: intl.formatMessage(messages.runText, {
        lines: lines - faulty,
        points: batch.points ?? 0,
        faulty,
      }),
      confirm: text("run"),
      act: async () => (await run.run({ id })).done && again(),
    });
  const askUndo = () =>
    ask({
      title: text("undoTitle"),
      text: intl.formatMessage(messages.undoText, { lines: batch.done }),
      confirm: text("undo"),
      destructive: true,
      act: async () => (await undo.run({ id })).done && again(),
    });
  return (
    <>
      {batch.state === "CHECKED" && (
        <Button variant="primary" disabled={lines === faulty} onClick={askRun}>
          {text("run")}
        </Button>
      )}
      {(batch.state === "DONE" || batch.state === "RUNNING") && (
        <Button variant="error" onClick={askUndo}>
          {text("undo")}
        </Button>
      )}
      {dialog}
    </>
  );
}
