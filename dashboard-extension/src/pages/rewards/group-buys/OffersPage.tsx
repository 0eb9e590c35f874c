import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import {
  LoyaltyAllGroupOffersDocument,
  type LoyaltyAllGroupOffersQuery,
} from "@/graphql/all_group_offers";
import { FilterRow } from "@/kit/Filters";
import { useListUrl } from "@/kit/list-url";
import kit from "@/kit/messages";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import { NoAccess } from "@/kit/states";
import type { Column } from "@/kit/Table";

import shared from "../messages";
import { useVariantNames } from "../names";
import { OfferedPill } from "../OfferedPill";
import { usePrices } from "../prices";
import { standingIn, useStandingFilter } from "../standing";
import messages from "./messages";

type Row = NonNullable<LoyaltyAllGroupOffersQuery["loyaltyGroupOffers"]>["edges"][number]["node"];

export function Component() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { may } = useViewer();
  return (
    <ListPage
      title={intl.formatMessage(messages.all)}
      actions={
        <>
          {may("MANAGE_ORDERS") && (
            <Button variant="secondary" onClick={() => navigate("/rewards/group-buys/groups")}>
              {intl.formatMessage(messages.groups)}
            </Button>
          )}
          {may("MANAGE_PROGRAMMES") && (
            <Button variant="primary" onClick={() => navigate("/rewards/group-buys/new")}>
              {intl.formatMessage(messages.create)}
            </Button>
          )}
        </>
      }
    >
      {may("MANAGE_PROGRAMMES") ? <Offers /> : <NoAccess />}
    </ListPage>
  );
}

function Offers() {
  const intl = useIntl();
  const list = useListUrl();
  const [answer, again] = useQuery({
    query: LoyaltyAllGroupOffersDocument,
    variables: {
      search: list.get("search")?.trim(),
      standing: standingIn(list),
      first: list.first,
      after: list.after,
    },
  });
  const page = answer.data?.loyaltyGroupOffers;
  const columns = useColumns(page?.edges.map(({ node }) => node) ?? []);
  return (
    <>
      <FilterRow
        list={list}
        search={intl.formatMessage(shared.searchName)}
        filters={[useStandingFilter()]}
      />
      <PagedTable
        label={intl.formatMessage(messages.all)}
        columns={columns}
        page={page}
        error={answer.error}
        retry={again}
        rowKey={({ id }) => id}
        to={({ id }) => `/rewards/group-buys/${encodeURIComponent(id)}`}
        empty={intl.formatMessage(messages.none)}
        list={list}
      />
    </>
  );
}

function useColumns(offers: Row[]): Column<Row>[] {
  const intl = useIntl();
  const prices = usePrices();
  const names = useVariantNames(offers.map(({ variantId }) => variantId));
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return [
    { key: "name", title: text("name"), cell: ({ name }) => name },
    {
      key: "status",
      title: intl.formatMessage(shared.status),
      cell: (offer) => <OfferedPill offer={offer} />,
    },
    {
      key: "product",
      title: text("product"),
      cell: ({ variantId }) => names.get(variantId) ?? variantId,
    },
    { key: "price", title: text("price"), end: true, cell: (offer) => prices(offer.prices) },
    {
      key: "size",
      title: text("size"),
      cell: ({ size, hours }) => intl.formatMessage(messages.sizeOf, { size, hours }),
    },
    {
      key: "stake",
      title: text("stake"),
      end: true,
      cell: ({ stakePoints }) =>
        stakePoints > 0 ? intl.formatMessage(kit.points, { points: stakePoints }) : "-",
    },
  ];
}
