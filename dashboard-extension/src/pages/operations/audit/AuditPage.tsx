import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyAuditLogDocument, type LoyaltyAuditLogQuery } from "@/graphql/audit_log";
import { Facts } from "@/kit/Card";
import { endOfDay, startOfDay } from "@/kit/days";
import { Dialog } from "@/kit/Dialog";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import kit from "@/kit/messages";
import { ListPage } from "@/kit/Page";
import { Failed, NoAccess } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";

import { useActionChoices, useActionName } from "./actions/action-name";
import messages from "./messages";

type Row = NonNullable<LoyaltyAuditLogQuery["loyaltyAuditLog"]>["edges"][number]["node"];

/** What staff and apps did, newest first. */
export function Component() {
  return useViewer().may("MANAGE_PROGRAMMES") ? <AuditLog /> : <NoAccess />;
}

function AuditLog() {
  const intl = useIntl();
  const format = useFormat();
  const list = useListUrl();
  const nameOf = useActionName();
  const choices = useActionChoices(list.get("action"));
  const [open, setOpen] = useState<Row>();
  const since = list.get("since");
  const until = list.get("until");
  const [answer, again] = useQuery({
    query: LoyaltyAuditLogDocument,
    variables: {
      actor: list.get("actor"),
      action: list.get("action"),
      since: since && startOfDay(since),
      until: until && endOfDay(until),
      first: list.first,
      after: list.after,
    },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const page = answer.data?.loyaltyAuditLog;
  const filters: Filter[] = [
    { name: "action", label: text("did"), kind: "choice", choices },
    { name: "actor", label: text("actor"), kind: "text" },
    { name: "since", label: intl.formatMessage(kit.from), kind: "date" },
    { name: "until", label: intl.formatMessage(kit.until), kind: "date" },
  ];
  const columns: Column<Row>[] = [
    { key: "did", title: text("did"), cell: ({ action }) => nameOf(action) },
    { key: "who", title: text("who"), cell: ({ actor, actorName }) => actorName || actor },
    { key: "member", title: text("member"), cell: ({ memberEmail }) => memberEmail ?? "-" },
    { key: "when", title: text("when"), cell: ({ at }) => format.moment(at) },
  ];
  return (
    <ListPage title={text("title")}>
      <FilterRow list={list} filters={filters} />
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={text("title")}
            columns={columns}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={({ id }) => id}
            open={setOpen}
            empty={text("none")}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
      {open && <ActionDialog row={open} onClose={() => setOpen(undefined)} />}
    </ListPage>
  );
}

function ActionDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const intl = useIntl();
  const format = useFormat();
  const navigate = useNavigate();
  const nameOf = useActionName();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <Dialog
      title={nameOf(row.action)}
      onClose={onClose}
      foot={
        <>
          {row.memberId && (
            <Button variant="secondary" onClick={() => navigate(`/members/${row.memberId}`)}>
              {text("openMember")}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {intl.formatMessage(kit.close)}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          {
            label: text("who"),
            value: row.actorName ? `${row.actorName} (${row.actor})` : row.actor,
          },
          { label: text("when"), value: format.moment(row.at) },
          { label: text("member"), value: row.memberEmail ?? "-" },
        ]}
      />
      <h3 className="small-title">{text("arguments")}</h3>
      <pre className="code">{JSON.stringify(row.arguments, null, 2)}</pre>
    </Dialog>
  );
}
