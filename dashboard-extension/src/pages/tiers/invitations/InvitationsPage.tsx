import "../tiers.css";

import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useQuery } from "urql";

import { LoyaltyTierInvitationDeactivateDocument } from "@/graphql/tier_invitation_deactivate";
import {
  LoyaltyTierInvitationsDocument,
  type LoyaltyTierInvitationsQuery,
} from "@/graphql/tier_invitations";
import { useAction } from "@/kit/action";
import { Pill, type Mood } from "@/kit/Card";
import { useConfirm } from "@/kit/Dialog";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import type { Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { Needs } from "../Needs";
import { CopyCode } from "./CopyCode";
import { CreateDialog } from "./CreateDialog";
import messages from "./messages";
import { stateOf, type State } from "./state";

type Row = NonNullable<
  LoyaltyTierInvitationsQuery["loyaltyTierInvitations"]
>["edges"][number]["node"];

const moods: Record<State, Mood> = {
  open: "success",
  usedUp: "info",
  expired: "info",
  off: "neutral",
  tierGone: "warning",
};

export function Component() {
  return (
    <Needs permission="MANAGE_MEMBERS">
      <Invitations />
    </Needs>
  );
}

function Invitations() {
  const text = useText(messages);
  const list = useListUrl();
  const confirm = useConfirm();
  const [creating, setCreating] = useState(false);
  const [answer, ask] = useQuery({
    query: LoyaltyTierInvitationsDocument,
    variables: { first: list.first, after: list.after },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  const deactivate = useAction(LoyaltyTierInvitationDeactivateDocument, {
    success: text("turnedOff"),
  });
  const askOff = ({ id, code, used }: Row) =>
    confirm.ask({
      title: text("offTitle", { code }),
      text: text("offText", { used }),
      confirm: text("turnOff"),
      destructive: true,
      act: async () => {
        if ((await deactivate.run({ id })).done) again();
      },
    });
  const columns = useColumns(askOff);
  const page = answer.data?.loyaltyTierInvitations;
  return (
    <ListPage
      title={text("all")}
      actions={
        <Button variant="primary" onClick={() => setCreating(true)}>
          {text("create")}
        </Button>
      }
    >
      {confirm.dialog}
      {creating && <CreateDialog again={again} onClose={() => setCreating(false)} />}
      <PagedTable
        label={text("all")}
        columns={columns}
        rowKey={({ id }) => id}
        empty={text("none")}
        list={list}
        page={page}
        error={answer.error}
        retry={again}
      />
    </ListPage>
  );
}

function useColumns(askOff: (row: Row) => void): Column<Row>[] {
  const text = useText(messages);
  const format = useFormat();
  return [
    { key: "code", title: text("code"), cell: ({ code }) => <CopyCode code={code} /> },
    { key: "tier", title: text("tier"), cell: ({ tier }) => tier.name || tier.slug },
    {
      key: "status",
      title: text("status"),
      cell: (row) => {
        const state = stateOf(row, new Date());
        return <Pill mood={moods[state]}>{text(state)}</Pill>;
      },
    },
    {
      key: "lasts",
      title: text("lasts"),
      cell: ({ months }) => (months ? text("months", { number: months }) : text("forGood")),
    },
    {
      key: "used",
      title: text("used"),
      cell: ({ used, uses }) =>
        uses === null ? text("usedAny", { used }) : text("usedOf", { used, uses }),
    },
    {
      key: "until",
      title: text("until"),
      cell: ({ validUntil }) => (validUntil ? format.moment(validUntil) : text("noEnd")),
    },
    {
      key: "off",
      title: "",
      end: true,
      cell: (row) =>
        row.active && (
          <Button
            variant="secondary"
            size="small"
            display="inline-flex"
            aria-label={text("turnOffOne", { code: row.code })}
            onClick={() => askOff(row)}
          >
            {text("turnOff")}
          </Button>
        ),
    },
  ];
}
