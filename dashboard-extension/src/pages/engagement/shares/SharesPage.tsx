import "../engagement.css";

import { Link } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltySharedLinksDocument, type LoyaltySharedLinksQuery } from "@/graphql/shared_links";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed, NoAccess } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";
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
  const page = answer.data?.loyaltySharedLinks;
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
          {answer.error ? (
            <Failed error={answer.error} retry={again} />
          ) : (
            <>
              <Table
                label={text("links")}
                columns={columns}
                rows={page?.edges.map(({ node }) => node)}
                rowKey={({ link }) => link.code}
                empty={text("none")}
                list={list}
              />
              <Pager list={list} pageInfo={page?.pageInfo} />
            </>
          )}
        </>
      )}
    </ListPage>
  );
}
