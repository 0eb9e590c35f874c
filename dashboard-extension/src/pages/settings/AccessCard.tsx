import { useIntl, type MessageDescriptor } from "react-intl";

import { useViewer, type Permission } from "@/app/viewer";
import { Card, Pill } from "@/kit/Card";
import { Table, type Column } from "@/kit/Table";

import messages from "./messages";

interface Access {
  /** As Saleor's own Dashboard calls it. */
  name: string;
  /** What the plugin asks for that it brings. */
  permission: Permission;
  opens: MessageDescriptor;
}

const rows: Access[] = [
  { name: "MANAGE_USERS", permission: "MANAGE_MEMBERS", opens: messages.opensUsers },
  { name: "MANAGE_DISCOUNTS", permission: "MANAGE_PROGRAMMES", opens: messages.opensDiscounts },
  { name: "MANAGE_ORDERS", permission: "MANAGE_ORDERS", opens: messages.opensOrders },
];

/** Which of Saleor's permissions opens what, and which of them the reader has. */
export function AccessCard() {
  const intl = useIntl();
  const { may } = useViewer();
  const columns: Column<Access>[] = [
    {
      key: "name",
      title: intl.formatMessage(messages.permission),
      cell: ({ name }) => <code>{name}</code>,
    },
    {
      key: "opens",
      title: intl.formatMessage(messages.opens),
      cell: ({ opens }) => <span className="wraps">{intl.formatMessage(opens)}</span>,
    },
    {
      key: "you",
      title: intl.formatMessage(messages.you),
      cell: ({ permission }) =>
        may(permission) ? (
          <Pill mood="success">{intl.formatMessage(messages.have)}</Pill>
        ) : (
          <Pill>{intl.formatMessage(messages.lack)}</Pill>
        ),
    },
  ];
  const title = intl.formatMessage(messages.access);
  return (
    <Card title={title} intro={intl.formatMessage(messages.accessIntro)} flush>
      <Table label={title} columns={columns} rows={rows} rowKey={({ name }) => name} empty="" />
    </Card>
  );
}
