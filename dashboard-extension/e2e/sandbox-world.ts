// The world of the pages in a sandbox of its own, whose shopper buys and whose nights come.

import { askAt, worldShop, type Who } from "./harness";
import { makeWorld } from "./world";

async function post(path: string, body: object, as: Who): Promise<void> {
  const answer = await fetch(`${worldShop.url}/shop/${path}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${worldShop.tokens[as]}`,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

export const makeSandboxWorld = () =>
  makeWorld({
    ask: (query, variables, as) => askAt(worldShop, query, variables, as),
    buy: (variant) => post("orders/", { lines: { [variant]: 1 } }, "shopper"),
    night: () => post("time/", { days: 0 }, "staff"),
  });
