import { useIntl, type MessageDescriptor } from "react-intl";
import { Link } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { Card, Pill } from "@/kit/Card";
import { OrderLink } from "@/kit/OrderLink";
import { Table } from "@/kit/Table";

import shared from "../messages";
import { seatStates, type Group } from "./columns";
import messages from "./messages";

// As the server writes them.
const reasons: Record<string, MessageDescriptor> = {
  left: messages.left,
  "time limit": messages.late,
  "not full in time": messages.notFull,
  "ended by the shop": messages.stopped,
  "order cancelled": messages.orderEnded,
};

/** Who is in a group, and how far each is. */
export function Seats({ seats }: { seats: Group["seats"] }) {
  const intl = useIntl();
  const { may } = useViewer();
  const said = (reason: string | null) => {
    const known = reasons[reason ?? ""];
    return known ? intl.formatMessage(known) : (reason ?? "-");
  };
  const title = intl.formatMessage(messages.seatsTitle);
  return (
    <Card title={title} flush>
      <Table
        label={title}
        rows={seats}
        rowKey={({ id }) => id}
        empty={intl.formatMessage(messages.noSeats)}
        columns={[
          {
            key: "member",
            title: intl.formatMessage(shared.member),
            cell: ({ memberId, member }) =>
              may("MANAGE_MEMBERS") ? (
                <Link className="plain" to={`/members/${encodeURIComponent(memberId)}`}>
                  {member.email}
                </Link>
              ) : (
                member.email
              ),
          },
          {
            key: "state",
            title: intl.formatMessage(messages.seat),
            cell: ({ state }) => (
              <Pill mood={seatStates[state].mood}>
                {intl.formatMessage(seatStates[state].label)}
              </Pill>
            ),
          },
          {
            key: "order",
            title: intl.formatMessage(messages.order),
            cell: ({ orderId }) => (orderId ? <OrderLink id={orderId} /> : "-"),
          },
          {
            key: "why",
            title: intl.formatMessage(messages.why),
            cell: ({ reason }) => said(reason),
          },
        ]}
      />
    </Card>
  );
}
