import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import {
  LoyaltyAllCampaignsDocument,
  type LoyaltyAllCampaignsQuery,
} from "@/graphql/all_campaigns";
import type { LoyaltyCampaignPhase } from "@/graphql/schema";
import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed, NoAccess } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";

import messages from "./messages";
import { PhasePill, phases } from "./phases";
import { useBudgetText } from "./use-budget-text";

type Row = NonNullable<LoyaltyAllCampaignsQuery["loyaltyCampaigns"]>["edges"][number]["node"];

export function Component() {
  const { may } = useViewer();
  return may("MANAGE_PROGRAMMES") ? <Campaigns /> : <NoAccess />;
}

function Campaigns() {
  const intl = useIntl();
  const format = useFormat();
  const navigate = useNavigate();
  const budgetText = useBudgetText();
  const list = useListUrl();
  const phase = phases.find((one) => one === list.get("phase"));
  const [answer, again] = useQuery({
    query: LoyaltyAllCampaignsDocument,
    variables: {
      first: list.first,
      after: list.after,
      phase: phase as LoyaltyCampaignPhase | undefined,
      search: list.get("search"),
    },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const columns: Column<Row>[] = [
    {
      key: "name",
      title: text("campaign"),
      cell: (row) => (
        <>
          {row.name || row.slug} {row.stateText && <span className="grey">· {row.stateText}</span>}
        </>
      ),
    },
    { key: "phase", title: text("phase"), cell: (row) => <PhasePill phase={row.phase} /> },
    { key: "starts", title: text("starts"), cell: (row) => format.moment(row.startsAt) },
    {
      key: "ends",
      title: text("ends"),
      cell: (row) => (row.endsAt ? format.moment(row.endsAt) : text("byHand")),
    },
    {
      key: "budget",
      title: text("budget"),
      end: true,
      cell: (row) => row.budget?.map((use) => budgetText(use).text).join(", ") || "-",
    },
  ];
  const page = answer.data?.loyaltyCampaigns;
  return (
    <ListPage
      title={text("campaigns")}
      actions={
        <Button variant="primary" onClick={() => navigate("/rules/campaigns/new")}>
          {text("newCampaign")}
        </Button>
      }
    >
      <FilterRow
        list={list}
        search={text("searchCampaigns")}
        filters={[
          {
            name: "phase",
            label: text("phase"),
            kind: "choice",
            choices: phases.map((one) => ({ value: one, label: text(one) })),
          },
        ]}
      />
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={text("campaigns")}
            columns={columns}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={(row) => row.id}
            to={(row) => `/rules/campaigns/${encodeURIComponent(row.id)}`}
            empty={text("noCampaigns")}
            list={list}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
    </ListPage>
  );
}
