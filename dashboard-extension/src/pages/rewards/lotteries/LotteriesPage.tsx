import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import {
  LoyaltyAllLotteriesDocument,
  type LoyaltyAllLotteriesQuery,
} from "@/graphql/all_lotteries";
import type { LoyaltyLotteryState } from "@/graphql/schema";
import { Pill } from "@/kit/Card";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import kit from "@/kit/messages";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import type { Column } from "@/kit/Table";

import shared from "../messages";
import { Needs } from "../Needs";
import messages from "./messages";
import { isByHand, states } from "./states";

type Row = NonNullable<LoyaltyAllLotteriesQuery["loyaltyLotteries"]>["edges"][number]["node"];

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <Lotteries />
    </Needs>
  );
}

function Lotteries() {
  const intl = useIntl();
  const navigate = useNavigate();
  const list = useListUrl();
  const columns = useColumns();
  const [answer, again] = useQuery({
    query: LoyaltyAllLotteriesDocument,
    variables: {
      search: list.get("search")?.trim(),
      state: stateNamed(list.get("state")),
      first: list.first,
      after: list.after,
    },
  });
  const title = intl.formatMessage(messages.all);
  return (
    <ListPage
      title={title}
      actions={
        <Button variant="primary" onClick={() => navigate("/rewards/lotteries/new")}>
          {intl.formatMessage(messages.create)}
        </Button>
      }
    >
      <FilterRow
        list={list}
        search={intl.formatMessage(shared.searchName)}
        filters={useFilters()}
      />
      <PagedTable
        label={title}
        columns={columns}
        page={answer.data?.loyaltyLotteries}
        error={answer.error}
        retry={again}
        rowKey={({ id }) => id}
        to={({ id }) => `/rewards/lotteries/${encodeURIComponent(id)}`}
        empty={intl.formatMessage(messages.none)}
        list={list}
      />
    </ListPage>
  );
}

function stateNamed(text: string | undefined): LoyaltyLotteryState | undefined {
  return (Object.keys(states) as LoyaltyLotteryState[]).find((state) => state === text);
}

function useFilters(): Filter[] {
  const intl = useIntl();
  return [
    {
      name: "state",
      label: intl.formatMessage(shared.status),
      kind: "choice",
      choices: Object.entries(states).map(([value, { label }]) => ({
        value,
        label: intl.formatMessage(label),
      })),
    },
  ];
}

function useColumns(): Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return [
    { key: "name", title: text("name"), cell: ({ name }) => name },
    {
      key: "state",
      title: intl.formatMessage(shared.status),
      cell: ({ state }) => (
        <Pill mood={states[state].mood}>{intl.formatMessage(states[state].label)}</Pill>
      ),
    },
    { key: "opens", title: text("opens"), cell: ({ opensAt }) => format.moment(opensAt) },
    { key: "closes", title: text("closes"), cell: ({ closesAt }) => format.moment(closesAt) },
    {
      key: "ticket",
      title: text("ticket"),
      end: true,
      cell: ({ ticketPoints }) => intl.formatMessage(kit.points, { points: ticketPoints }),
    },
    {
      key: "tickets",
      title: text("tickets"),
      end: true,
      cell: ({ ticketsSold }) => format.number(ticketsSold),
    },
    {
      key: "due",
      title: text("due"),
      end: true,
      cell: ({ due, config }) => {
        const waiting = due?.filter(({ prize }) => isByHand(config, prize)).length ?? 0;
        return waiting > 0 ? <Pill mood="warning">{format.number(waiting)}</Pill> : "-";
      },
    },
  ];
}
