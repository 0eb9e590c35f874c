// A page that plays the Dashboard's side of the bridge: it shows our page in a frame, hands over a
// token when the page says that it is ready, and tells of themes, locales and new tokens.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { Page } from "playwright-core";

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Host</title>
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style></head>
<body><script>
  const asked = new URLSearchParams(location.search);
  const frame = document.createElement("iframe");
  const ours = new URL(asked.get("address"));
  const send = (type, payload) => frame.contentWindow.postMessage({ type, payload }, ours.origin);
  window.received = [];
  window.send = send;
  addEventListener("message", ({ origin, data }) => {
    if (origin !== ours.origin || !data || !data.payload) return;
    window.received.push(data);
    if (data.payload.actionId) send("response", { actionId: data.payload.actionId, ok: true });
    if (data.type === "notifyReady" && asked.get("token"))
      send("handshake", { token: asked.get("token"), version: 1, saleorVersion: "3.23.0" });
  });
  for (const name of ["theme", "locale"]) ours.searchParams.set(name, asked.get(name));
  ours.searchParams.set("id", "app");
  ours.searchParams.set("saleorApiUrl", new URL("/graphql/", ours).href);
  ours.searchParams.set("domain", ours.host);
  frame.title = "Loyalty";
  frame.src = ours.href;
  document.body.append(frame);
</script></body></html>`;

interface Opening {
  shop: string;
  path: string;
  token: string;
  theme: string;
  locale: string;
}

export interface Host {
  address: (opening: Opening) => string;
  controls: (page: Page) => Controls;
  stop: () => Promise<void>;
}

export interface Controls {
  /** Sends an event of the bridge to our page. */
  send: (type: string, payload: object) => Promise<void>;
  /** The actions of one kind that our page has asked for so far. */
  actions: (type: string) => Promise<{ type: string; payload: Record<string, unknown> }[]>;
}

export async function startHost(): Promise<Host> {
  const server = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(page);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: ({ shop, path, ...opening }) => {
      const address = `${shop}/dashboard/${path.replace(/^\//, "")}`;
      return `http://127.0.0.1:${port}/?${new URLSearchParams({ address, ...opening })}`;
    },
    controls: (tab) => ({
      send: (type, payload) =>
        tab.evaluate(([name, data]) => (window as never as Window).send(name, data), [
          type,
          payload,
        ] as const),
      actions: async (type) => {
        const all = await tab.evaluate(() => (window as never as Window).received);
        return all.filter((one) => one.type === type);
      },
    }),
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

interface Window {
  send: (type: string, payload: object) => void;
  received: { type: string; payload: Record<string, unknown> }[];
}
