import { useIntl } from "react-intl";

import type { LoyaltyGroupsQuery } from "@/graphql/groups";
import type { LoyaltyGroupState, LoyaltySeatState } from "@/graphql/schema";
import { Pill, type Mood } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import type { Column } from "@/kit/Table";

import shared from "../messages";
import messages from "./messages";

export type Group = NonNullable<LoyaltyGroupsQuery["loyaltyGroups"]>["edges"][number]["node"];

export const groupStates = {
  OPEN: { label: messages.open, mood: "warning" },
  FULL: { label: messages.full, mood: "success" },
  FAILED: { label: messages.failed, mood: "neutral" },
} satisfies Record<LoyaltyGroupState, { label: object; mood: Mood }>;

export const seatStates = {
  RESERVED: { label: messages.reserved, mood: "warning" },
  PAID: { label: messages.paid, mood: "info" },
  CONFIRMED: { label: messages.confirmed, mood: "success" },
  RETURNED: { label: messages.returned, mood: "neutral" },
} satisfies Record<LoyaltySeatState, { label: object; mood: Mood }>;

export function groupStateNamed(text: string | undefined): LoyaltyGroupState | undefined {
  return (Object.keys(groupStates) as LoyaltyGroupState[]).find((state) => state === text);
}

export function groupAddress({ code }: { code: string }): string {
  return `/rewards/group-buys/groups/${encodeURIComponent(code)}`;
}

export function useGroupColumns(): Column<Group>[] {
  const intl = useIntl();
  const format = useFormat();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return [
    { key: "code", title: text("code"), cell: ({ code }) => code },
    { key: "offer", title: text("offer"), cell: ({ offer }) => offer.name },
    {
      key: "state",
      title: intl.formatMessage(shared.status),
      cell: ({ state }) => (
        <Pill mood={groupStates[state].mood}>{intl.formatMessage(groupStates[state].label)}</Pill>
      ),
    },
    {
      key: "seats",
      title: text("seats"),
      end: true,
      cell: ({ paid, size }) => intl.formatMessage(messages.paidOf, { paid, size }),
    },
    { key: "taken", title: text("taken"), end: true, cell: ({ taken }) => format.number(taken) },
    { key: "closes", title: text("closes"), cell: ({ closesAt }) => format.moment(closesAt) },
    {
      key: "ended",
      title: text("ended"),
      cell: ({ endedAt }) => (endedAt ? format.moment(endedAt) : "-"),
    },
  ];
}
