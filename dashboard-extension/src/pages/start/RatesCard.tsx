import { useIntl } from "react-intl";

import { Card } from "@/kit/Card";
import { digitsOf, useFormat } from "@/kit/format";
import { Table, type Column } from "@/kit/Table";

import messages from "./messages";

interface Rate {
  points: number;
  /** Minor units of the currency. */
  minor: number;
}

interface Row {
  currency: string;
  earns: Rate;
  pays: Rate | undefined;
}

/** What a point costs and pays, in each currency of the shop. */
export function RatesCard({ programme }: { programme: unknown }) {
  const intl = useIntl();
  const format = useFormat();
  const money = (currency: string, minor: number) =>
    format.money({ currency, amount: decimal(minor, digitsOf(currency)) });
  const columns: Column<Row>[] = [
    {
      key: "currency",
      title: intl.formatMessage(messages.currency),
      cell: ({ currency }) => currency,
    },
    {
      key: "earns",
      title: intl.formatMessage(messages.earns),
      end: true,
      cell: ({ currency, earns }) => money(currency, earns.minor / earns.points),
    },
    {
      key: "pays",
      title: intl.formatMessage(messages.pays),
      end: true,
      cell: ({ currency, pays }) =>
        pays ? money(currency, (pays.minor * 100) / pays.points) : "–",
    },
  ];
  const title = intl.formatMessage(messages.rates);
  return (
    <Card title={title} flush>
      <Table
        label={title}
        columns={columns}
        rows={ratesOf(programme)}
        rowKey={({ currency }) => currency}
        empty=""
      />
    </Card>
  );
}

interface Document {
  earning?: { rates?: Record<string, Rate> };
  spending?: { rates?: Record<string, Rate> };
}

/** A row a currency, of a programme's configuration. */
export function ratesOf(programme: unknown): Row[] {
  const { earning, spending } = programme as Document;
  return Object.entries(earning?.rates ?? {}).map(([currency, earns]) => ({
    currency,
    earns,
    pays: spending?.rates?.[currency],
  }));
}

function decimal(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(Math.round(minor)).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
