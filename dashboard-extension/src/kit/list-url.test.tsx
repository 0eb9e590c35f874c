import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter, useLocation } from "react-router-dom";
import { expect, test } from "vitest";

import { useListUrl } from "./list-url";

function listAt(address: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
  );
  const hook = renderHook(() => ({ list: useListUrl(), search: useLocation().search }), {
    wrapper,
  });
  return {
    list: () => hook.result.current.list,
    search: () => decodeURIComponent(hook.result.current.search),
  };
}

test("pages go forth and back over their cursors", () => {
  const { list, search } = listAt("/members");
  act(() => list().next("a"));
  act(() => list().next("b"));
  expect(list().after).toBe("b");
  act(() => list().previous());
  expect(list().after).toBe("a");
  act(() => list().previous());
  expect(list().after).toBeUndefined();
  expect(search()).toBe("");
});

test("a filter begins again at the first page and keeps the others", () => {
  const { list, search } = listAt("/members?tier=gold&after=b&before=&before=a");
  act(() => list().set({ search: "ada" }));
  expect(search()).toBe("?tier=gold&search=ada");
  act(() => list().set({ tier: undefined, search: "" }));
  expect(search()).toBe("");
});

test("a second press on a column turns its order around", () => {
  const { list } = listAt("/members?after=b");
  act(() => list().sortBy("points"));
  expect([list().sort, list().direction, list().after]).toEqual(["points", "asc", undefined]);
  act(() => list().sortBy("points"));
  expect(list().direction).toBe("desc");
});

test.each([
  ["", 20],
  ["?rows=50", 50],
  ["?rows=100000", 100],
  ["?rows=many", 20],
  ["?rows=-3", 1],
])("%j asks for %i rows", (search, rows) => {
  expect(listAt(`/members${search}`).list().first).toBe(rows);
});
