import { expect, test } from "vitest";

import { wholeTable } from "./csv";

test("pages become one table with its titles once", async () => {
  const pages = new Map<string | null, { csv: string; rows: number; endCursor: string | null }>([
    [null, { csv: 'id,note\r\n1,"two\r\nlines"\r\n', rows: 1, endCursor: "a" }],
    ["a", { csv: "id,note\r\n2,x\r\n3,y\r\n", rows: 2, endCursor: "b" }],
    ["b", { csv: "id,note\r\n4,z\r\n", rows: 1, endCursor: null }],
  ]);
  const told: number[] = [];
  const table = await wholeTable(
    (after) => Promise.resolve(pages.get(after) ?? { csv: "", rows: 0, endCursor: null }),
    (rows) => told.push(rows),
  );
  expect(table).toEqual({ csv: 'id,note\r\n1,"two\r\nlines"\r\n2,x\r\n3,y\r\n4,z\r\n', rows: 4 });
  expect(told).toEqual([1, 3, 4]);
});

test("a table that stops half way is none", async () => {
  const broken = (after: string | null) =>
    after === null
      ? Promise.resolve({ csv: "id\n1\n", rows: 1, endCursor: "a" })
      : Promise.reject(new Error("offline"));
  await expect(wholeTable(broken, () => undefined)).rejects.toThrow("offline");
});
