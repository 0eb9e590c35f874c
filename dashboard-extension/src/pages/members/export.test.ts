import { Client, fetchExchange } from "urql";
import { expect, test } from "vitest";

import { exported } from "./export";

const PIECES: Record<string, object> = {
  "": { csv: "E-mail,Points\r\na@x.org,1\r\n", rows: 1, endCursor: "c1" },
  c1: { csv: "E-mail,Points\r\nb@x.org,2\r\n", rows: 1, endCursor: null },
};

function clientOf(answer: (after: string) => object) {
  return new Client({
    url: "https://shop.example/graphql/",
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetch: async (_, init) => {
      const { variables } = JSON.parse(String(init?.body)) as { variables: { after?: string } };
      return new Response(JSON.stringify(answer(variables.after ?? "")), {
        headers: { "Content-Type": "application/json" },
      });
    },
  });
}

test("pieces become one table with one line of titles", async () => {
  const client = clientOf((after) => ({ data: { loyaltyMemberExport: PIECES[after] } }));
  expect(await exported(client, { tier: "gold" })).toEqual({
    csv: "E-mail,Points\r\na@x.org,1\r\nb@x.org,2\r\n",
    rows: 2,
  });
});

test("a piece that is refused stops it", async () => {
  const client = clientOf((after) =>
    after ? { errors: [{ message: "Too fast." }] } : { data: { loyaltyMemberExport: PIECES[""] } },
  );
  await expect(exported(client, {})).rejects.toThrow("Too fast.");
});
