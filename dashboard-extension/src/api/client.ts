import { authExchange } from "@urql/exchange-auth";
import { Client, fetchExchange, type CombinedError } from "urql";

import type { Session } from "../session/session";

/** A client of our GraphQL. Nothing is cached: staff look at what is true now. */
export function apiClient(url: string, session: Session): Client {
  const auth = authExchange(async (utils) => {
    let sent: string | undefined;
    return {
      addAuthToOperation: (operation) => {
        sent = session.token();
        const headers: Record<string, string> = sent ? { Authorization: `Bearer ${sent}` } : {};
        return utils.appendHeaders(operation, headers);
      },
      didAuthError: (error) => isExpired(error),
      refreshAuth: async () => {
        const token = await session.renew(sent);
        if (token === undefined) session.end();
      },
    };
  });
  return new Client({
    url,
    exchanges: [auth, fetchExchange],
    requestPolicy: "network-only",
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { "Accept-Language": session.get().locale } }),
  });
}

export function isExpired(error: CombinedError): boolean {
  const status = (error.response as Response | undefined)?.status;
  return (
    status === 401 || error.graphQLErrors.some((one) => one.extensions.code === "UNAUTHENTICATED")
  );
}

export function isForbidden(error: CombinedError): boolean {
  return error.graphQLErrors.some((one) =>
    ["PERMISSION_DENIED", "FORBIDDEN"].includes(String(one.extensions.code)),
  );
}
