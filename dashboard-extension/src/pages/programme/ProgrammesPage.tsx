import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { Navigate, useNavigate, useSearchParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyProgrammesDocument, type LoyaltyProgrammesQuery } from "@/graphql/programmes";
import { Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import messages from "@/kit/programme/messages";
import { Failed, NoAccess } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";

type Row = NonNullable<LoyaltyProgrammesQuery["loyaltyProgrammes"]>["edges"][number]["node"];

export function Component() {
  const { may } = useViewer();
  return may("MANAGE_PROGRAMMES") ? <Programmes /> : <NoAccess />;
}

function Programmes() {
  const intl = useIntl();
  const format = useFormat();
  const navigate = useNavigate();
  const { shop } = useViewer();
  const list = useListUrl();
  const [params] = useSearchParams();
  const [answer, again] = useQuery({
    query: LoyaltyProgrammesDocument,
    variables: { first: list.first, after: list.after },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const page = answer.data?.loyaltyProgrammes;
  const rows = page?.edges.map(({ node }) => node);
  const names = new Map(shop.channels.map(({ slug, name }) => [slug, name]));
  const columns: Column<Row>[] = [
    { key: "name", title: text("name"), cell: (row) => row.name },
    {
      key: "channels",
      title: text("channels"),
      cell: (row) =>
        row.channels.map((slug) => names.get(slug) ?? slug).join(", ") || text("otherChannels"),
    },
    { key: "state", title: text("state"), cell: (row) => <StatePill row={row} /> },
    {
      key: "since",
      title: text("from"),
      cell: (row) => format.moment(row.versions[0]?.validFrom),
    },
  ];
  // A shop with one programme has nothing to choose from.
  const only = rows?.length === 1 && !list.after && !params.has("all") ? rows[0] : undefined;
  if (only) return <Navigate replace to={`/programme/${encodeURIComponent(only.id)}`} />;
  return (
    <ListPage
      title={text("all")}
      actions={
        <Button variant="primary" onClick={() => navigate("/programme/new")}>
          {text("create")}
        </Button>
      }
    >
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={text("all")}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            to={(row) => `/programme/${encodeURIComponent(row.id)}`}
            empty={text("none")}
            list={list}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
    </ListPage>
  );
}

function StatePill({ row }: { row: Row }) {
  const intl = useIntl();
  if (!row.active) return <Pill>{intl.formatMessage(messages.archived)}</Pill>;
  const newest = row.versions[0];
  const begun = newest !== undefined && (newest.number > 1 || newest.state !== "DRAFT");
  return begun ? (
    <Pill mood="success">{intl.formatMessage(messages.active)}</Pill>
  ) : (
    <Pill mood="neutral">{intl.formatMessage(messages.notYet)}</Pill>
  );
}
