import { Button, Skeleton } from "@saleor/macaw-ui";
import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { Link, useNavigate } from "react-router-dom";

import type { ListUrl } from "./list-url";
import messages from "./messages";
import { Empty } from "./states";

export interface Column<Row> {
  /** Also the name to sort by, where `sortable`. */
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  end?: boolean;
  sortable?: boolean;
}

export interface TableProps<Row> {
  /** For who cannot see it. */
  label: string;
  columns: Column<Row>[];
  /** Undefined while they are on their way. */
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Where a row leads: its first cell becomes the link. */
  to?: (row: Row) => string;
  /** What a row opens where it is, instead: its first cell becomes the button. */
  open?: (row: Row) => void;
  empty: ReactNode;
  list?: ListUrl;
}

export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows } = props;
  if (rows?.length === 0)
    return (
      <div className="list-empty">
        <Empty>{props.empty}</Empty>
      </div>
    );
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={props.label}>
      <table className="list">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} list={props.list} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? Array.from({ length: 5 }, (_, row) => <Waiting key={row} columns={columns.length} />)
            : rows.map((row) => <TableRow key={props.rowKey(row)} row={row} {...props} />)}
        </tbody>
      </table>
    </div>
  );
}

function TableRow<Row>({ row, columns, to, open }: TableProps<Row> & { row: Row }) {
  const navigate = useNavigate();
  const address = to?.(row);
  const go = address !== undefined ? () => navigate(address) : open && (() => open(row));
  return (
    <tr
      className={go ? "linked" : undefined}
      onClick={(event) => {
        // The link in it, a button and a selected text keep their own meaning.
        const own = (event.target as Element).closest("a, button, input, label");
        if (!own && !window.getSelection()?.toString()) go?.();
      }}
    >
      {columns.map((column, place) => (
        <td key={column.key} className={column.end ? "end" : undefined}>
          {place > 0 || !go ? (
            column.cell(row)
          ) : address !== undefined ? (
            <Link className="plain" to={address}>
              {column.cell(row)}
            </Link>
          ) : (
            <button type="button" className="plain" onClick={go}>
              {column.cell(row)}
            </button>
          )}
        </td>
      ))}
    </tr>
  );
}

function Heading<Row>({ column, list }: { column: Column<Row>; list?: ListUrl }) {
  const intl = useIntl();
  const className = column.end ? "end" : undefined;
  if (!column.sortable || !list) return <th className={className}>{column.title}</th>;
  const sorted = list.sort === column.key ? list.direction : undefined;
  const Icon = sorted === "desc" ? ChevronDown : ChevronUp;
  const aria = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none";
  return (
    <th className={className} aria-sort={aria}>
      <button
        type="button"
        onClick={() => list.sortBy(column.key)}
        title={intl.formatMessage(messages.sortBy, { column: column.title })}
      >
        {sorted && <Icon size={12} aria-hidden />}
        {column.title}
      </button>
    </th>
  );
}

function Waiting({ columns }: { columns: number }) {
  return (
    <tr>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <Skeleton />
        </td>
      ))}
    </tr>
  );
}

const SIZES = [10, 20, 30, 50, 100];

interface PagerProps {
  list: ListUrl;
  pageInfo: { hasNextPage: boolean; endCursor: string | null } | undefined;
}

/** The foot of a list: how many rows, back and forth. */
export function Pager({ list, pageInfo }: PagerProps) {
  const intl = useIntl();
  const rows = intl.formatMessage(messages.rows);
  // An address may name another number.
  const sizes = SIZES.includes(list.first) ? SIZES : [list.first, ...SIZES];
  return (
    <nav className="pager" aria-label={intl.formatMessage(messages.pages)}>
      <label className="pager-rows">
        {rows}
        <select value={list.first} onChange={(event) => list.setFirst(Number(event.target.value))}>
          {sizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      <span className="spacer" />
      <Button
        variant="secondary"
        icon={<ChevronLeft size={20} strokeWidth={1.5} />}
        aria-label={intl.formatMessage(messages.previousPage)}
        disabled={list.after === undefined}
        onClick={list.previous}
      />
      <Button
        variant="secondary"
        icon={<ChevronRight size={20} strokeWidth={1.5} />}
        aria-label={intl.formatMessage(messages.nextPage)}
        disabled={!pageInfo?.hasNextPage || !pageInfo.endCursor}
        onClick={() => pageInfo?.endCursor && list.next(pageInfo.endCursor)}
      />
    </nav>
  );
}
