import { useCallback, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { useClient, type AnyVariables, type TypedDocumentNode } from "urql";

import { useSession } from "../session/context";
import messages from "./messages";

/** What every mutation of ours says of a refusal. */
export interface Refusal {
  /** The argument that caused it; null where it is none. */
  field: string | null;
  message: string;
  code: string;
}

type Payload<Data> = NonNullable<Data[keyof Data]>;

export type Outcome<Data> =
  | { done: true; payload: Payload<Data> }
  | { done: false; errors: Refusal[] };

interface Options {
  /** What is said when it worked; nothing where it is left out. */
  success?: string;
  /** Where the form shows refusals itself, beside its fields. */
  silent?: boolean;
}

/** Calls a mutation, says how it went, and hands the refusals to the form. */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { success, silent }: Options = {},
) {
  const client = useClient();
  const session = useSession();
  const intl = useIntl();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Refusal[]>([]);
  const running = useRef(false);

  const run = useCallback(
    async (variables: Variables): Promise<Outcome<Data>> => {
      // A second click while the first is on its way.
      if (running.current) return { done: false, errors: [] };
      running.current = true;
      setBusy(true);
      setErrors([]);
      try {
        const answer = await client.mutation(document, variables).toPromise();
        const refusals = refusalsOf(answer, intl.formatMessage(messages.offline));
        setErrors(refusals);
        if (refusals.length > 0) {
          const reason = refusals.map(({ message }) => message).join(" ");
          if (!silent) session.notify("error", intl.formatMessage(messages.notSaved, { reason }));
          return { done: false, errors: refusals };
        }
        if (success) session.notify("success", success);
        return { done: true, payload: payloadOf(answer.data) as Payload<Data> };
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [client, document, intl, session, silent, success],
  );
  return { run, busy, errors };
}

function payloadOf(data: unknown): unknown {
  return Object.values((data ?? {}) as Record<string, unknown>)[0];
}

interface Answer {
  data?: unknown;
  error?: { networkError?: Error; graphQLErrors: readonly { message: string }[]; message: string };
}

function refusalsOf({ data, error }: Answer, offline: string): Refusal[] {
  if (error) {
    const message = error.networkError
      ? offline
      : (error.graphQLErrors[0]?.message ?? error.message);
    return [{ field: null, message, code: "FAILED" }];
  }
  return (payloadOf(data) as { errors?: Refusal[] } | undefined)?.errors ?? [];
}

/** A key that makes a second sending of the same wish harmless. */
export function freshKey(): string {
  return `dashboard:${crypto.randomUUID()}`;
}
