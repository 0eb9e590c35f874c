import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import {
  LoyaltyEventBatchesDocument,
  type LoyaltyEventBatchesQuery,
} from "@/graphql/event_batches";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed, NoAccess } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";

import { FileDialog } from "./FileDialog";
import messages from "./messages";
import { StatePill } from "./state";

type Row = NonNullable<LoyaltyEventBatchesQuery["loyaltyEventBatches"]>["edges"][number]["node"];

/** Files of events that were looked at, done or undone. */
export function Component() {
  return useViewer().may("MANAGE_POINTS") ? <Imports /> : <NoAccess />;
}

function Imports() {
  const intl = useIntl();
  const format = useFormat();
  const navigate = useNavigate();
  const list = useListUrl();
  const [choosing, setChoosing] = useState(false);
  const [answer, again] = useQuery({
    query: LoyaltyEventBatchesDocument,
    variables: { first: list.first, after: list.after },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const page = answer.data?.loyaltyEventBatches;
  const columns: Column<Row>[] = [
    { key: "name", title: text("name"), cell: ({ name }) => name },
    { key: "state", title: text("state"), cell: ({ state }) => <StatePill state={state} /> },
    { key: "lines", title: text("lines"), end: true, cell: ({ lines }) => format.number(lines) },
    { key: "done", title: text("doneLines"), end: true, cell: ({ done }) => format.number(done) },
    {
      key: "refused",
      title: text("refused"),
      end: true,
      cell: ({ refused }) => format.number(refused),
    },
    { key: "when", title: text("when"), cell: ({ createdAt }) => format.moment(createdAt) },
  ];
  return (
    <ListPage
      title={text("title")}
      actions={
        <Button variant="primary" onClick={() => setChoosing(true)}>
          {text("new")}
        </Button>
      }
    >
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={text("title")}
            columns={columns}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            to={({ id }) => `/operations/imports/${id}`}
            empty={text("none")}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
      {choosing && (
        <FileDialog
          onClose={() => setChoosing(false)}
          onLooked={(id) => navigate(`/operations/imports/${id}`)}
        />
      )}
    </ListPage>
  );
}
