import "../engagement.css";

import { Button } from "@saleor/macaw-ui";
import { Image } from "lucide-react";
import { useLocation, useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyReviewsDocument, type LoyaltyReviewsQuery } from "@/graphql/reviews";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { PagedTable } from "@/kit/PagedTable";
import { ProductFilter } from "@/kit/picking/ProductFilter";
import { NoAccess } from "@/kit/states";
import type { Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { OffNotice, SettingsButton } from "../engagement-settings/OffNotice";
import { useEngagement } from "../engagement-settings/use-engagement";
import { askedOf } from "./filters";
import { RATINGS, Stars, StatePill, STATES } from "./marks";
import messages from "./messages";

type Row = NonNullable<LoyaltyReviewsQuery["loyaltyReviews"]>["edges"][number]["node"];
const SETTINGS = "/engagement/reviews/settings";

export function Component() {
  const text = useText(messages);
  const format = useFormat();
  const navigate = useNavigate();
  const { search: address } = useLocation();
  const { may } = useViewer();
  const list = useListUrl();
  const { standing } = useEngagement("REVIEWS");
  const [answer, again] = useQuery({
    query: LoyaltyReviewsDocument,
    variables: { ...askedOf(list.get), first: list.first, after: list.after },
    pause: !may("MANAGE_MEMBERS"),
  });
  const filters: Filter[] = [
    {
      name: "state",
      label: text("state"),
      kind: "choice",
      choices: STATES.map((state) => ({ value: state, label: text(state) })),
    },
    {
      name: "stars",
      label: text("stars"),
      kind: "choice",
      choices: RATINGS.map((rating) => ({
        value: String(rating),
        label: text("starsOf", { rating }),
      })),
    },
    {
      name: "pictures",
      label: text("pictures"),
      kind: "choice",
      choices: [
        { value: "yes", label: text("withPictures") },
        { value: "no", label: text("withoutPictures") },
      ],
    },
    { name: "since", label: text("since"), kind: "date" },
    { name: "until", label: text("until"), kind: "date" },
  ];
  const columns: Column<Row>[] = [
    { key: "product", title: text("product"), cell: (row) => row.productName || row.productId },
    { key: "stars", title: text("stars"), cell: (row) => <Stars rating={row.rating} /> },
    {
      key: "text",
      title: text("review"),
      cell: (row) => (
        <span className="review-cell">
          {row.picturesCount > 0 && (
            <span
              className="grey picture-count"
              title={text("picturesOf", { count: row.picturesCount })}
            >
              <Image size={16} aria-hidden />{" "}
              <span aria-label={text("picturesOf", { count: row.picturesCount })}>
                {row.picturesCount}
              </span>
            </span>
          )}
          <span className="cut">
            {row.title} <span className="grey">{row.text}</span>
          </span>
        </span>
      ),
    },
    { key: "state", title: text("state"), cell: (row) => <StatePill state={row.state} /> },
    { key: "member", title: text("member"), cell: (row) => row.member?.email ?? "-" },
    { key: "written", title: text("written"), cell: (row) => format.date(row.createdAt) },
  ];

  return (
    <ListPage
      title={text("all")}
      actions={
        <>
          <SettingsButton to={SETTINGS} />
          {may("MANAGE_MEMBERS") && (
            <Button onClick={() => navigate(`/engagement/reviews/waiting${address}`)}>
              {text("moderate")}
            </Button>
          )}
        </>
      }
    >
      {!may("MANAGE_MEMBERS") ? (
        <NoAccess />
      ) : (
        <>
          <OffNotice standing={standing} to={SETTINGS} text={text("offNow")} />
          <FilterRow
            list={list}
            search={text("search")}
            filters={filters}
            actions={<ProductFilter list={list} />}
          />
          <PagedTable
            label={text("all")}
            columns={columns}
            page={answer.data?.loyaltyReviews}
            error={answer.error}
            retry={again}
            rowKey={(row) => row.id}
            to={(row) => `/engagement/reviews/${row.id}`}
            empty={text(address ? "noneSuch" : "none")}
            list={list}
          />
        </>
      )}
    </ListPage>
  );
}
