import "../tiers.css";

import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useQuery } from "urql";

import { BenefitUseUndoDocument } from "@/graphql/benefit_use_undo";
import { BenefitUsesDocument, type BenefitUsesQuery } from "@/graphql/benefit_uses";
import { useAction } from "@/kit/action";
import { useActors } from "@/kit/actors";
import { Pill } from "@/kit/Card";
import { useConfirm } from "@/kit/Dialog";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { MemberFilter } from "@/kit/picking/MemberFilter";
import { PagedTable } from "@/kit/PagedTable";
import type { Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";
import { OrderLink } from "@/kit/OrderLink";

import { Needs } from "../Needs";
import messages from "./messages";
import { UseUpDialog } from "./UseUpDialog";
import { Views } from "./Views";

type Row = NonNullable<BenefitUsesQuery["loyaltyBenefitUses"]>["edges"][number]["node"];

export function Component() {
  return (
    <Needs permission="MANAGE_MEMBERS">
      <Uses />
    </Needs>
  );
}

function Uses() {
  const text = useText(messages);
  const list = useListUrl();
  const confirm = useConfirm();
  const [using, setUsing] = useState(false);
  const [memberId, orderId] = [list.get("member"), list.get("order")];
  const [answer, ask] = useQuery({
    query: BenefitUsesDocument,
    variables: { first: list.first, after: list.after, memberId, orderId },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  const undo = useAction(BenefitUseUndoDocument, { success: text("undoDone") });
  const askUndo = (row: Row) =>
    confirm.ask({
      title: text("undoTitle"),
      text: text("undoText", {
        member: row.member.email,
        benefit: `${text(row.kind)} (${row.slug})`,
        quantity: row.quantity,
      }),
      confirm: text("undo"),
      destructive: true,
      act: async () => {
        if ((await undo.run({ id: row.id })).done) again();
      },
    });
  const page = answer.data?.loyaltyBenefitUses;
  const rows = page?.edges.map(({ node }) => node);
  const columns = useColumns(rows, askUndo);
  return (
    <ListPage
      title={text("title")}
      actions={
        <Button variant="primary" onClick={() => setUsing(true)}>
          {text("useUp")}
        </Button>
      }
    >
      {confirm.dialog}
      {using && <UseUpDialog memberId={memberId} again={again} onClose={() => setUsing(false)} />}
      <Views />
      <FilterRow
        list={list}
        filters={[{ name: "order", label: text("orderId"), kind: "text" }]}
        actions={<MemberFilter list={list} />}
      />
      <PagedTable
        label={text("uses")}
        columns={columns}
        rowKey={({ id }) => id}
        empty={text(memberId || orderId ? "nothingFits" : "noUses")}
        list={list}
        page={page}
        error={answer.error}
        retry={again}
      />
    </ListPage>
  );
}

function useColumns(rows: Row[] | undefined, askUndo: (row: Row) => void): Column<Row>[] {
  const text = useText(messages);
  const format = useFormat();
  const who = useActors((rows ?? []).flatMap(({ actor, undoneBy }) => [actor, undoneBy]));
  return [
    { key: "when", title: text("when"), cell: ({ usedAt }) => format.moment(usedAt) },
    {
      key: "member",
      title: text("member"),
      cell: ({ member }) => (
        <Link className="quiet" to={`/members/${encodeURIComponent(member.id ?? "")}`}>
          {member.email}
        </Link>
      ),
    },
    {
      key: "benefit",
      title: text("benefit"),
      cell: ({ kind, slug, note }) => (
        <div className="tiers-benefit">
          <span>{text(kind)}</span>
          <span className="grey">{slug}</span>
          {note && <span className="grey">{note}</span>}
        </div>
      ),
    },
    {
      key: "quantity",
      title: text("quantity"),
      end: true,
      cell: ({ quantity }) => format.number(quantity),
    },
    { key: "period", title: text("period"), cell: ({ period }) => period || "-" },
    {
      key: "order",
      title: text("order"),
      cell: ({ orderId }) => (orderId ? <OrderLink id={orderId} /> : "-"),
    },
    { key: "by", title: text("by"), cell: ({ actor }) => (actor ? who(actor) : "-") },
    {
      key: "status",
      title: text("status"),
      end: true,
      cell: (row) =>
        row.undoneAt ? (
          <span
            title={text("undoneBy", {
              date: format.moment(row.undoneAt),
              who: who(row.undoneBy ?? ""),
            })}
          >
            <Pill>{text("undone")}</Pill>
          </span>
        ) : (
          <Button
            variant="secondary"
            size="small"
            display="inline-flex"
            aria-label={text("undoOne", { benefit: row.slug, member: row.member.email })}
            onClick={() => askUndo(row)}
          >
            {text("undo")}
          </Button>
        ),
    },
  ];
}
