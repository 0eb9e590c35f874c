import "../engagement.css";

import { Link } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltySharedLinksDocument, type LoyaltySharedLinksQuery } from "@/graphql/shared_links";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import { MemberFilter } from "@/kit/picking/MemberFilter";
import { NoAccess } from "@/kit/states";
import type { Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { OffNotice, SettingsButton } from "../engagement-settings/OffNotice";
import { useEngagement } from "../engagement-settings/use-engagement";
import { Figures } from "./Figures";
import messages from "./messages";

type Row = NonNullable<LoyaltySharedLinksQuery["loyaltySharedLinks"]>["edges"][number]["node"];
const SETTINGS = "/engagement/shares/settings";

export function Component() {
  const text = useText(messages);
  const format = useFormat();
  const { may } = useViewer();
  const list = useListUrl();
  const { standing } = useEngagement("SHARES");
  const allowed = may("MANAGE_MEMBERS");
  const [answer, again] = useQuery({
    query: LoyaltySharedLinksDocument,
    variables: { memberId: list.get("member"), first: list.first, after: list.after },
    pause: !allowed,
  });
  const columns: Column<Row>[] = [
    { key: "page", title: text("page"), cell: ({ link }) => link.page },
    {
      key: "member",
      title: text("member"),
      cell: ({ member }) => (
        <Link className="quiet" to={`/members/${member.id}`}>
          {member.email}
        </Link>
      ),
    },
    {
      key: "visits",
      title: text("visits"),
      end: true,
      cell: ({ link }) => format.number(link.visits),
    },
    {
      key: "counted",
      title: text("counted"),
      end: true,
      cell: ({ link }) => format.number(link.counted),
    },
    {
      key: "orders",
      title: text("orders"),
      end: true,
      cell: ({ link }) => format.number(link.orders),
    },
    {
      key: "rewarded",
      title: text("rewarded"),
      end: true,
      cell: ({ link }) => format.number(link.rewarded),
    },
    { key: "created", title: text("created"), cell: ({ link }) => format.date(link.createdAt) },
  ];
  return (
    <ListPage title={text("title")} actions={<SettingsButton to={SETTINGS} />}>
      {!allowed ? (
        <NoAccess />
      ) : (
        <>
          <OffNotice standing={standing} to={SETTINGS} text={text("offNow")} />
          <Figures />
          <FilterRow list={list} actions={<MemberFilter list={list} />} />
          <PagedTable
            label={text("links")}
            columns={columns}
            page={answer.data?.loyaltySharedLinks}
            error={answer.error}
            retry={again}
            rowKey={({ link }) => link.code}
            empty={text(list.get("member") ? "noneSuch" : "none")}
            list={list}
          />
        </>
      )}
    </ListPage>
  );
}
