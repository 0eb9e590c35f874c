// Shows a page as it is, with a server that answers from a table and a session that takes notes.

import { render } from "@testing-library/react";
import { IntlProvider } from "react-intl";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import type { ComponentType } from "react";
import { Client, fetchExchange, Provider } from "urql";

import { Crash } from "../app/Crash";
import { ViewerProvider, type Permission } from "../app/viewer";
import { SessionProvider } from "../session/context";
import { Observed, type Session } from "../session/session";

export type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

interface Asked {
  name: string;
  variables: Record<string, unknown>;
}

interface Options {
  /** Where the page is, as a pattern and as it is opened. */
  path?: string;
  at?: string;
  /** By the operation's name. An Error is a network that failed. */
  answers: Answers;
  permissions?: Permission[];
  hasProgramme?: boolean;
  session?: Partial<Session>;
}

const EVERYTHING: Permission[] = [
  "MANAGE_MEMBERS",
  "MANAGE_POINTS",
  "MANAGE_PROGRAMMES",
  "MANAGE_ORDERS",
];

export function showPage(Page: ComponentType, options: Options) {
  const asked: Asked[] = [];
  const said: string[] = [];
  const { path = "/", at = path, permissions = EVERYTHING, hasProgramme = true } = options;
  const answers: Answers = {
    LoyaltyViewer: () => ({
      loyaltyViewer: {
        permissions,
        isApp: false,
        email: "ada@example.com",
        name: "Ada",
        actor: "user:1",
      },
    }),
    LoyaltyShop: () => ({ loyaltyShop: { ...SHOP, hasProgramme } }),
    ...options.answers,
  };
  const client = new Client({
    url: "https://shop.example/graphql/",
    exchanges: [fetchExchange],
    requestPolicy: "network-only",
    preferGetMethod: false,
    fetch: async (_, init) => {
      const { query, variables = {} } = JSON.parse(String(init?.body)) as Asked & { query: string };
      const name = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "";
      asked.push({ name, variables });
      const answer = answers[name];
      if (!answer) throw new Error(`Nothing is prepared for ${name}.`);
      // As late as a network is: in a turn of its own.
      await new Promise((turn) => setTimeout(turn));
      const data = answer(variables);
      if (data instanceof Error) throw data;
      return new Response(JSON.stringify({ data }), {
        headers: { "Content-Type": "application/json" },
      });
    },
  });
  const router = createMemoryRouter(
    [
      {
        path,
        element: (
          <ViewerProvider>
            <Page />
          </ViewerProvider>
        ),
        errorElement: <Crash />,
      },
      { path: "*", element: <p>Another page</p> },
    ],
    { initialEntries: [at] },
  );
  const shown = render(
    <SessionProvider session={session(said, options.session)}>
      <IntlProvider locale="en" onError={() => undefined}>
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      </IntlProvider>
    </SessionProvider>,
  );
  return {
    ...shown,
    /** What the server was asked so far. */
    asked: (name: string) =>
      asked.filter((one) => one.name === name).map(({ variables }) => variables),
    /** What the page has said at its foot. */
    said,
    address: () => router.state.location.pathname + router.state.location.search,
  };
}

const SHOP = {
  version: "1.0",
  hostVersion: "3.23",
  timeZone: "Europe/Paris",
  languages: ["en", "de"],
  channels: [],
};

function session(said: string[], more: Partial<Session> = {}): Session {
  const observed = new Observed({
    ready: true,
    theme: "light" as const,
    locale: "en",
    over: false,
  });
  return {
    kind: "staff",
    get: observed.get,
    subscribe: observed.subscribe,
    token: () => "token",
    renew: () => Promise.resolve("token"),
    end: () => undefined,
    reload: () => undefined,
    notify: (status, text) => said.push(`${status}: ${text}`),
    routeChanged: () => undefined,
    onRoute: () => () => undefined,
    ...more,
  };
}
