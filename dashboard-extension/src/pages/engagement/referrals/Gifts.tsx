import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Table, type Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Referral } from "./OneReferral";

type Row = Referral["gifts"][number];

const ROLES: Record<string, keyof typeof messages> = {
  welcome: "roleWelcome",
  friend: "roleFriend",
  referrer: "roleReferrer",
  second: "roleSecond",
  milestone: "roleMilestone",
};

/** What was given to whom, and what of it went back. */
export function Gifts({ referral }: { referral: Referral }) {
  const text = useText(messages);
  const format = useFormat();
  const emails = new Map([
    [referral.friendId, referral.friendEmail],
    [referral.referrerId, referral.referrerEmail],
  ]);
  const roleText = (role: string) => {
    const [name = "", friends] = role.split(":");
    return text(ROLES[name] ?? "roleOther", { count: Number(friends ?? 0) });
  };
  const columns: Column<Row>[] = [
    { key: "role", title: text("for"), cell: (row) => roleText(row.role) },
    {
      key: "to",
      title: text("to"),
      cell: (row) => emails.get(row.memberId) ?? text("someoneElse"),
    },
    { key: "points", title: text("points"), end: true, cell: (row) => format.number(row.points) },
    { key: "given", title: text("given"), cell: (row) => format.moment(row.givenAt) },
    {
      key: "back",
      title: text("takenBack"),
      cell: (row) => (row.takenBackAt ? format.moment(row.takenBackAt) : "-"),
    },
  ];
  return (
    <Card title={text("gifts")} flush>
      <Table
        label={text("gifts")}
        columns={columns}
        rows={referral.gifts}
        rowKey={(row) => `${row.role}.${row.memberId}.${row.givenAt}`}
        empty={text("nothingGiven")}
      />
    </Card>
  );
}
