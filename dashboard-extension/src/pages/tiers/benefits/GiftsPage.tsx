import "../tiers.css";

import { Button } from "@saleor/macaw-ui";
import { Link } from "react-router-dom";
import { useQuery } from "urql";

import { BenefitGiftWithdrawDocument } from "@/graphql/benefit_gift_withdraw";
import { BenefitGiftsDocument, type BenefitGiftsQuery } from "@/graphql/benefit_gifts";
import { useAction } from "@/kit/action";
import { Pill } from "@/kit/Card";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { MemberFilter } from "@/kit/picking/MemberFilter";
import { PagedTable } from "@/kit/PagedTable";
import type { Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";
import { useAsk } from "@/kit/AskDialog";

import { Needs } from "../Needs";
import messages from "./messages";
import { stateNamed, states } from "./states";
import { Views } from "./Views";

type Row = NonNullable<BenefitGiftsQuery["loyaltyBenefitGifts"]>["edges"][number]["node"];

export function Component() {
  return (
    <Needs permission="MANAGE_MEMBERS">
      <Gifts />
    </Needs>
  );
}

function Gifts() {
  const text = useText(messages);
  const list = useListUrl();
  const asking = useAsk();
  const memberId = list.get("member");
  const state = stateNamed(list.get("state"));
  const [answer, ask] = useQuery({
    query: BenefitGiftsDocument,
    variables: { first: list.first, after: list.after, memberId, state },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  const withdraw = useAction(BenefitGiftWithdrawDocument, {
    success: text("withdrawDone"),
    silent: true,
  });
  const askWithdraw = ({ gift, member }: Row) =>
    asking.ask({
      title: text("withdrawTitle", { gift: gift.name, member: member.email }),
      text: text(gift.state === "GIVEN" ? "withdrawText" : "withdrawWaiting"),
      fields: [
        {
          name: "reason",
          label: text("reason"),
          hint: text("reasonHint"),
          rows: 2,
          required: true,
        },
      ],
      confirm: text("withdraw"),
      destructive: true,
      act: async ({ reason = "" }) => {
        const outcome = await withdraw.run({ id: gift.id, reason });
        if (!outcome.done) return outcome.errors;
        again();
        return [];
      },
    });
  const columns = useColumns(askWithdraw);
  const page = answer.data?.loyaltyBenefitGifts;
  return (
    <ListPage title={text("title")}>
      {asking.dialog}
      <Views />
      <FilterRow
        list={list}
        filters={[
          {
            name: "state",
            label: text("status"),
            kind: "choice",
            choices: Object.entries(states).map(([value, { label }]) => ({
              value,
              label: text(label),
            })),
          },
        ]}
        actions={<MemberFilter list={list} />}
      />
      <PagedTable
        label={text("gifts")}
        columns={columns}
        rowKey={({ gift }) => gift.id}
        empty={text(memberId || state ? "nothingFits" : "noGifts")}
        list={list}
        page={page}
        error={answer.error}
        retry={again}
      />
    </ListPage>
  );
}

function useColumns(askWithdraw: (row: Row) => void): Column<Row>[] {
  const text = useText(messages);
  const format = useFormat();
  /** "tier:gold" and "plan:plus", as a merchant would say it. */
  const holder = (written: string) => {
    const [kind, slug = ""] = written.split(/:(.*)/s);
    if (kind === "tier") return text("tierNamed", { slug });
    if (kind === "plan") return text("planNamed", { slug });
    return kind === "reward" ? text("rewardNamed", { slug }) : written;
  };
  return [
    {
      key: "when",
      title: text("when"),
      cell: ({ gift }) => format.moment(gift.givenAt ?? gift.dueAt),
    },
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
      key: "gift",
      title: text("gift"),
      cell: ({ gift }) => (
        <>
          {gift.name || text(gift.kind)}{" "}
          <span className="grey">
            {gift.points !== null && `· ${text("points", { points: gift.points })}`}
            {gift.amount && `· ${format.money(gift.amount)}`}
          </span>
        </>
      ),
    },
    { key: "from", title: text("from"), cell: ({ gift }) => holder(gift.holder) },
    {
      key: "code",
      title: text("code"),
      cell: ({ gift }) => (gift.code ? <span className="tiers-code">{gift.code}</span> : "-"),
    },
    {
      key: "status",
      title: text("status"),
      cell: ({ gift, withdrawnBecause }) => (
        <span title={withdrawnBecause ?? undefined}>
          <Pill mood={states[gift.state].mood}>{text(states[gift.state].label)}</Pill>
        </span>
      ),
    },
    {
      key: "until",
      title: text("until"),
      cell: ({ gift }) => (gift.validUntil ? format.date(gift.validUntil) : "-"),
    },
    {
      key: "withdraw",
      title: "",
      end: true,
      cell: (row) =>
        canBeTakenBack(row.gift) && (
          <Button
            variant="secondary"
            size="small"
            display="inline-flex"
            aria-label={text("withdrawOne", { gift: row.gift.name, member: row.member.email })}
            onClick={() => askWithdraw(row)}
          >
            {text("withdraw")}
          </Button>
        ),
    },
  ];
}

/** Points are adjusted, and what was had for points is cancelled with its redemption. */
function canBeTakenBack({ state, points, holder }: Row["gift"]): boolean {
  return state !== "WITHDRAWN" && points === null && !holder.startsWith("reward:");
}
