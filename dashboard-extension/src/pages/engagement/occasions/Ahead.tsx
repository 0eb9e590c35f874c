import { Text } from "@saleor/macaw-ui";
import { Link } from "react-router-dom";
import { useQuery } from "urql";

import {
  LoyaltyOccasionsAheadDocument,
  type LoyaltyOccasionsAheadQuery,
} from "@/graphql/occasions_ahead";
import type { LoyaltyYearlyOccasion } from "@/graphql/schema";
import { useFormat } from "@/kit/format";
import type { ListUrl } from "@/kit/list-url";
import { Failed } from "@/kit/states";
import { Pager, Table, type Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import messages from "./messages";

type Row = NonNullable<
  LoyaltyOccasionsAheadQuery["loyaltyOccasionsAhead"]
>["edges"][number]["node"];

interface AheadProps {
  list: ListUrl;
  occasion: LoyaltyYearlyOccasion;
  days: number;
}

/** Who they are, by their days. */
export function Ahead({ list, occasion, days }: AheadProps) {
  const text = useText(messages);
  const format = useFormat();
  const [answer, again] = useQuery({
    query: LoyaltyOccasionsAheadDocument,
    variables: { occasion, days, first: list.first, after: list.after },
  });
  const page = answer.data?.loyaltyOccasionsAhead;
  const columns: Column<Row>[] = [
    {
      key: "member",
      title: text("member"),
      cell: ({ member }) => (
        <Link className="quiet" to={`/members/${member.id}`}>
          {member.email}
        </Link>
      ),
    },
    { key: "day", title: text("day"), cell: (row) => format.day(row.day) },
    {
      key: "years",
      title: text(occasion === "BIRTHDAY" ? "age" : "years"),
      end: true,
      cell: (row) => format.number(row.years),
    },
    { key: "language", title: text("language"), cell: (row) => row.member.languageCode || "-" },
  ];
  return (
    <section aria-label={text("who")}>
      <Text
        as="h2"
        size={5}
        fontWeight="bold"
        paddingX={6}
        paddingTop={2}
        paddingBottom={4}
        margin={0}
      >
        {text("whoOf", { occasion: text(occasion) })}
      </Text>
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <>
          <Table
            label={text("who")}
            columns={columns}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={(row) => `${row.day}.${row.member.id}`}
            empty={text("nobody", { count: days })}
          />
          <Pager list={list} pageInfo={page?.pageInfo} />
        </>
      )}
    </section>
  );
}
