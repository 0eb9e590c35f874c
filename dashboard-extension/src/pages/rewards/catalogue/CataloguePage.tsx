import "../rewards.css";

import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyAllRewardsDocument, type LoyaltyAllRewardsQuery } from "@/graphql/all_rewards";
import { LoyaltyRewardCategoriesDocument } from "@/graphql/reward_categories";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import kit from "@/kit/messages";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import { NoAccess } from "@/kit/states";
import type { Column } from "@/kit/Table";

import shared from "../messages";
import { OfferedPill } from "../OfferedPill";
import { standingIn, useStandingFilter } from "../standing";
import { allKinds, kindNamed, kinds } from "../words";
import messages from "./messages";
import { Thumb } from "./Thumb";
import { useSwitch } from "./useSwitch";

type Row = NonNullable<LoyaltyAllRewardsQuery["loyaltyRewards"]>["edges"][number]["node"];

export function Component() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { may } = useViewer();
  const allowed = may("MANAGE_PROGRAMMES");
  return (
    <ListPage
      title={intl.formatMessage(messages.all)}
      actions={
        allowed && (
          <>
            <Button variant="secondary" onClick={() => navigate("/rewards/catalogue/categories")}>
              {intl.formatMessage(messages.categories)}
            </Button>
            <Button variant="primary" onClick={() => navigate("/rewards/catalogue/new")}>
              {intl.formatMessage(messages.create)}
            </Button>
          </>
        )
      }
    >
      {allowed ? <Rewards /> : <NoAccess />}
    </ListPage>
  );
}

function Rewards() {
  const intl = useIntl();
  const list = useListUrl();
  const [answer, again] = useQuery({
    query: LoyaltyAllRewardsDocument,
    variables: {
      first: list.first,
      after: list.after,
      kind: kindNamed(list.get("kind")),
      categoryId: list.get("category"),
      standing: standingIn(list),
      search: list.get("search")?.trim(),
    },
  });
  const columns = useColumns(() => again({ requestPolicy: "network-only" }));
  return (
    <>
      <FilterRow
        list={list}
        search={intl.formatMessage(shared.searchName)}
        filters={useFilters()}
      />
      <PagedTable
        label={intl.formatMessage(messages.all)}
        columns={columns.columns}
        page={answer.data?.loyaltyRewards}
        error={answer.error}
        retry={again}
        rowKey={({ id }) => id}
        to={({ id }) => `/rewards/catalogue/${encodeURIComponent(id)}`}
        empty={intl.formatMessage(messages.none)}
        list={list}
      />
      {columns.dialog}
    </>
  );
}

function useFilters(): Filter[] {
  const intl = useIntl();
  const [answer] = useQuery({ query: LoyaltyRewardCategoriesDocument });
  const categories = answer.data?.loyaltyRewardCategories ?? [];
  return [
    {
      name: "kind",
      label: intl.formatMessage(messages.kind),
      kind: "choice",
      choices: allKinds.map((kind) => ({
        value: kind,
        label: intl.formatMessage(kinds[kind].label),
      })),
    },
    {
      name: "category",
      label: intl.formatMessage(messages.category),
      kind: "choice",
      choices: categories.map(({ id, name }) => ({ value: id, label: name })),
    },
    useStandingFilter(),
  ];
}

function useColumns(changed: () => void) {
  const intl = useIntl();
  const format = useFormat();
  const { flip, dialog } = useSwitch(changed);
  const columns: Column<Row>[] = [
    {
      key: "name",
      title: intl.formatMessage(messages.name),
      cell: (row) => (
        <span className="thumbed">
          <Thumb picture={row.pictures[0]?.url} kind={row.kind} />
          <span>
            {row.name}
            {isGift(row.config) && (
              <span className="grey"> · {intl.formatMessage(messages.giftOnly)}</span>
            )}
          </span>
        </span>
      ),
    },
    {
      key: "status",
      title: intl.formatMessage(shared.status),
      cell: (row) => <OfferedPill offer={row} />,
    },
    {
      key: "kind",
      title: intl.formatMessage(messages.kind),
      cell: (row) => intl.formatMessage(kinds[row.kind].label),
    },
    {
      key: "category",
      title: intl.formatMessage(messages.category),
      cell: (row) => row.category?.name ?? "-",
    },
    {
      key: "price",
      title: intl.formatMessage(messages.price),
      end: true,
      cell: (row) => intl.formatMessage(kit.points, { points: row.fullPoints }),
    },
    {
      key: "stock",
      title: intl.formatMessage(messages.stock),
      end: true,
      cell: (row) =>
        row.stock === null || row.left === null
          ? intl.formatMessage(shared.any)
          : intl.formatMessage(messages.leftOf, { left: row.left, stock: row.stock }),
    },
    {
      key: "position",
      title: intl.formatMessage(messages.position),
      end: true,
      cell: (row) => format.number(row.position),
    },
    {
      key: "switch",
      title: "",
      end: true,
      cell: (row) => (
        <Button variant="tertiary" size="small" display="inline-flex" onClick={() => flip(row)}>
          {intl.formatMessage(row.active ? messages.hide : messages.show)}
          <span className="visually-hidden"> {row.name}</span>
        </Button>
      ),
    },
  ];
  return { columns, dialog };
}

function isGift(config: unknown): boolean {
  return (config as { gifts_only?: boolean } | null)?.gifts_only === true;
}
