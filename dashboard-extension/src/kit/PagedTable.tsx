import type { CombinedError } from "urql";

import type { ListUrl } from "./list-url";
import { Failed } from "./states";
import { Pager, Table, type TableProps } from "./Table";

interface Connection<Row> {
  edges: { node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface PagedTableProps<Row> extends Omit<TableProps<Row>, "rows" | "list"> {
  list: ListUrl;
  /** Undefined while it is on its way. */
  page: Connection<Row> | null | undefined;
  error: CombinedError | undefined;
  retry: () => void;
}

/** A page of one of the server's lists, and the way to the next; where it failed, why. */
export function PagedTable<Row>({ page, error, retry, ...table }: PagedTableProps<Row>) {
  if (error) return <Failed error={error} retry={retry} />;
  return (
    <>
      <Table {...table} rows={page?.edges.map(({ node }) => node)} />
      <Pager list={table.list} pageInfo={page?.pageInfo} />
    </>
  );
}
