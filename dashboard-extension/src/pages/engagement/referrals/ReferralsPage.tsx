import "../engagement.css";

import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyReferralsDocument, type LoyaltyReferralsQuery } from "@/graphql/referrals";
import type { LoyaltyReferralState } from "@/graphql/schema";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl, type ListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import { MemberFilter } from "@/kit/picking/MemberFilter";
import { NoAccess } from "@/kit/states";
import type { Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { OffNotice, SettingsButton } from "../engagement-settings/OffNotice";
import { useEngagement } from "../engagement-settings/use-engagement";
import { CasesButton } from "./CasesButton";
import { StatePill, STATES } from "./marks";
import messages from "./messages";
import { tracesOf } from "./traces";

type Row = NonNullable<LoyaltyReferralsQuery["loyaltyReferrals"]>["edges"][number]["node"];
const SETTINGS = "/engagement/referrals/settings";

export function Component() {
  const text = useText(messages);
  const format = useFormat();
  const { may } = useViewer();
  const list = useListUrl();
  const { standing } = useEngagement("REFERRALS");
  const allowed = may("MANAGE_MEMBERS");
  const [answer, again] = useQuery({
    query: LoyaltyReferralsDocument,
    variables: {
      state: stateIn(list),
      memberId: list.get("member"),
      first: list.first,
      after: list.after,
    },
    pause: !allowed,
  });
  const filters: Filter[] = [
    {
      name: "state",
      label: text("state"),
      kind: "choice",
      choices: STATES.map((one) => ({ value: one, label: text(one) })),
    },
  ];
  const points = (row: Row) =>
    row.gifts.reduce((sum, gift) => sum + (gift.takenBackAt ? 0 : gift.points), 0);
  const columns: Column<Row>[] = [
    { key: "friend", title: text("friend"), cell: (row) => row.friendEmail },
    { key: "referrer", title: text("referrer"), cell: (row) => row.referrerEmail },
    {
      key: "state",
      title: text("state"),
      cell: (row) => (
        <>
          <StatePill state={row.state} />
          {row.state === "HELD" && (
            <span className="grey">
              {" "}
              · {text("tracesOf", { count: tracesOf(row.signals).length })}
            </span>
          )}
        </>
      ),
    },
    { key: "points", title: text("points"), end: true, cell: (row) => format.number(points(row)) },
    { key: "brought", title: text("brought"), cell: (row) => format.date(row.createdAt) },
    {
      key: "due",
      title: text("due"),
      cell: (row) => (row.state === "ORDERED" ? format.date(row.dueAt) : "-"),
    },
  ];
  return (
    <ListPage
      title={text("title")}
      actions={
        <>
          <SettingsButton to={SETTINGS} />
          {allowed && <CasesButton list={list} />}
        </>
      }
    >
      {!allowed ? (
        <NoAccess />
      ) : (
        <>
          <OffNotice standing={standing} to={SETTINGS} text={text("offNow")} />
          <FilterRow list={list} filters={filters} actions={<MemberFilter list={list} />} />
          <PagedTable
            label={text("title")}
            columns={columns}
            page={answer.data?.loyaltyReferrals}
            error={answer.error}
            retry={again}
            rowKey={(row) => row.id}
            to={(row) => `/engagement/referrals/${row.id}`}
            empty={text(emptyText(list))}
            list={list}
          />
        </>
      )}
    </ListPage>
  );
}

function stateIn(list: ListUrl): LoyaltyReferralState | undefined {
  return STATES.find((one) => one === list.get("state"));
}

function emptyText(list: ListUrl) {
  const filtered = list.get("member") !== undefined;
  if (list.get("state") === "HELD" && !filtered) return "noCases";
  return filtered || list.get("state") ? "noneSuch" : "none";
}
