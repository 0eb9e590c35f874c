import { useMemo } from "react";
import { useSearchParams } from "react-router-dom";

/** A list's place and filters, kept in the address: it can be sent, and found again. */
export interface ListUrl {
  first: number;
  /** Behind which row the page begins; undefined on the first page. */
  after: string | undefined;
  sort: string | undefined;
  direction: "asc" | "desc";
  /** A filter's value; undefined where it is not set. */
  get: (name: string) => string | undefined;
  /** Sets filters, or clears them with undefined, and goes to the first page. */
  set: (filters: Record<string, string | undefined>) => void;
  sortBy: (column: string) => void;
  next: (cursor: string) => void;
  previous: () => void;
  setFirst: (rows: number) => void;
}

const PLACE = ["after", "before"];

export function useListUrl(defaults: { sort?: string; direction?: "asc" | "desc" } = {}): ListUrl {
  const [params, setParams] = useSearchParams();
  const { sort: usual, direction: usualDirection = "asc" } = defaults;
  return useMemo(() => {
    const change = (edit: (wanted: URLSearchParams) => void, options?: { replace: boolean }) => {
      const wanted = new URLSearchParams(params);
      edit(wanted);
      setParams(wanted, options);
    };
    const restart = (wanted: URLSearchParams) => PLACE.forEach((name) => wanted.delete(name));
    const get = (name: string) => params.get(name) ?? undefined;
    const sort = get("sort") ?? usual;
    const direction =
      get("direction") === "desc" || (!get("sort") && usualDirection === "desc") ? "desc" : "asc";
    return {
      first: Math.min(Math.max(Number(get("rows")) || 20, 1), 100),
      after: get("after"),
      sort,
      direction,
      get,
      set: (filters) =>
        change(
          (wanted) => {
            restart(wanted);
            for (const [name, value] of Object.entries(filters))
              if (value) wanted.set(name, value);
              else wanted.delete(name);
          },
          // Typing must not fill the way back.
          { replace: true },
        ),
      sortBy: (column) =>
        change((wanted) => {
          restart(wanted);
          wanted.set("direction", sort === column && direction === "asc" ? "desc" : "asc");
          wanted.set("sort", column);
        }),
      // The cursors of the pages before go along, as the server's lists go one way.
      next: (cursor) =>
        change((wanted) => {
          wanted.append("before", get("after") ?? "");
          wanted.set("after", cursor);
        }),
      previous: () =>
        change((wanted) => {
          const before = wanted.getAll("before");
          const last = before.pop();
          restart(wanted);
          before.forEach((cursor) => wanted.append("before", cursor));
          if (last) wanted.set("after", last);
        }),
      setFirst: (rows) =>
        change((wanted) => {
          restart(wanted);
          wanted.set("rows", String(rows));
        }),
    };
  }, [params, setParams, usual, usualDirection]);
}
