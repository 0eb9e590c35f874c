import { Button } from "@saleor/macaw-ui";
import { useNavigate } from "react-router-dom";

import { Pill } from "@/kit/Card";
import { FilterRow } from "@/kit/Filters";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import { wanted, type Kind, type Offer, type Offers } from "./offers";

interface OfferListProps {
  kind: Kind;
  offers: Offers;
  /** What stands between the name and the status. */
  columns: Column<Offer>[];
}

/** All plans, or all packs: a shop has a handful, and the server hands them over at once. */
export function OfferList({ kind, offers, columns }: OfferListProps) {
  const text = useText(messages);
  const navigate = useNavigate();
  const list = useListUrl();
  const { all, error, again } = offers;
  const shown = all && wanted(all, { search: list.get("search"), state: list.get("state") });
  return (
    <ListPage
      title={kind.texts.all}
      actions={
        <Button variant="primary" onClick={() => navigate(`${kind.base}/new`)}>
          {kind.texts.create}
        </Button>
      }
    >
      <FilterRow
        list={list}
        search={text("search")}
        filters={[
          {
            name: "state",
            label: text("status"),
            kind: "choice",
            choices: [
              { value: "on", label: text("onSale") },
              { value: "off", label: text("offSale") },
            ],
          },
        ]}
      />
      {error ? (
        <Failed error={error} retry={again} />
      ) : (
        <Table
          label={kind.texts.all}
          columns={[
            { key: "name", title: text("name"), cell: ({ name, slug }) => name || slug },
            { key: "status", title: text("status"), cell: (offer) => <SalePill offer={offer} /> },
            ...columns,
          ]}
          rows={shown}
          rowKey={({ id }) => id}
          to={({ id }) => `${kind.base}/${encodeURIComponent(id)}`}
          empty={all?.length ? text("nothingFits") : kind.texts.none}
        />
      )}
    </ListPage>
  );
}

export function SalePill({ offer }: { offer: Offer }) {
  const text = useText(messages);
  return (
    <Pill mood={offer.onSale ? "success" : "neutral"}>
      {text(offer.onSale ? "onSale" : "offSale")}
    </Pill>
  );
}
