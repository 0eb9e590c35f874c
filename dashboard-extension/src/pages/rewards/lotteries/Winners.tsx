import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { LoyaltyLotteryPrizeHandOverDocument } from "@/graphql/lottery_prize_hand_over";
import { useAction } from "@/kit/action";
import { useAsk } from "@/kit/AskDialog";
import { Card, Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { Pager, Table, type Column } from "@/kit/Table";

import type { Lottery } from "./LotteryPage";
import messages from "./messages";
import { isByHand } from "./states";

type Win = NonNullable<Lottery["wins"]>["edges"][number]["node"];

/** Who won what, and what still waits to be handed over. */
export function Winners({ lottery, again }: { lottery: Lottery; again: () => void }) {
  const intl = useIntl();
  const list = useListUrl();
  const { columns, dialog } = useColumns(lottery, again);
  const title = intl.formatMessage(messages.winners);
  return (
    <Card title={title} flush>
      <Table
        label={title}
        columns={columns}
        rows={lottery.wins?.edges.map(({ node }) => node) ?? []}
        rowKey={({ id }) => id}
        empty={intl.formatMessage(messages.noWinners)}
      />
      <Pager list={list} pageInfo={lottery.wins?.pageInfo} />
      {dialog}
    </Card>
  );
}

function useColumns(lottery: Lottery, again: () => void) {
  const intl = useIntl();
  const format = useFormat();
  const { ask, dialog } = useAsk();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const handOver = useAction(LoyaltyLotteryPrizeHandOverDocument, {
    success: text("handedOver"),
    silent: true,
  });
  const nameOf = ({ prize, number }: Win) => {
    const found = lottery.prizes.find(({ slug }) => slug === prize);
    const name = found?.name || prize;
    return (found?.stock ?? 1) > 1
      ? intl.formatMessage(messages.piece, { prize: name, number: number + 1 })
      : name;
  };
  const hand = (win: Win) =>
    ask({
      title: intl.formatMessage(messages.handOverTitle, { prize: nameOf(win) }),
      text: intl.formatMessage(messages.handOverText, { email: win.winner?.email ?? "" }),
      fields: [
        { name: "code", label: text("code"), hint: text("winnerReads") },
        { name: "note", label: text("note"), hint: text("winnerReads"), rows: 3 },
      ],
      confirm: text("handOver"),
      act: async (values) => {
        const outcome = await handOver.run({ id: win.id, ...values });
        again();
        return outcome.done ? [] : outcome.errors;
      },
    });
  const columns: Column<Win>[] = [
    { key: "prize", title: text("prize"), cell: nameOf },
    { key: "winner", title: text("winner"), cell: ({ winner }) => winner?.email ?? "-" },
    {
      key: "state",
      title: text("given"),
      cell: (win) =>
        win.state === "GIVEN" ? (
          <Pill mood="success">{format.date(win.givenAt)}</Pill>
        ) : (
          <span className="thumbed">
            <Pill mood="warning">
              {text(isByHand(lottery.config, win.prize) ? "waits" : "sending")}
            </Pill>
            <Button variant="secondary" size="small" onClick={() => hand(win)}>
              {text("handOver")}
              <span className="visually-hidden"> {nameOf(win)}</span>
            </Button>
          </span>
        ),
    },
    { key: "code", title: text("code"), cell: ({ code }) => <Short text={code} /> },
    { key: "note", title: text("note"), cell: ({ note }) => <Short text={note} /> },
  ];
  return { columns, dialog };
}

function Short({ text }: { text: string | null }) {
  return text ? (
    <span className="short" title={text}>
      {text}
    </span>
  ) : (
    <>-</>
  );
}
