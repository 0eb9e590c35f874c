import { useEffect, useState } from "react";
import { useClient, type Client, type CombinedError } from "urql";

import { LoyaltyConfigurationSchemaDocument } from "@/graphql/configuration_schema";
import type { LoyaltyConfigured } from "@/graphql/schema";

import type { Schema } from "./schema";

interface Answer {
  data?: Schema;
  error?: CombinedError;
}

// A schema belongs to the release of the server: it is asked once for each subject.
const known = new WeakMap<Client, Map<string, Promise<Answer>>>();

function ask(client: Client, subject: LoyaltyConfigured): Promise<Answer> {
  const mine = known.get(client) ?? new Map<string, Promise<Answer>>();
  known.set(client, mine);
  const before = mine.get(subject);
  if (before) return before;
  const asked = client
    .query(LoyaltyConfigurationSchemaDocument, { subject })
    .toPromise()
    .then(({ data, error }): Answer => {
      if (error) mine.delete(subject);
      return { data: (data?.loyaltyConfigurationSchema as Schema | null) ?? undefined, error };
    });
  mine.set(subject, asked);
  return asked;
}

/** The JSON Schema of a subject; empty while it is on its way. */
export function useConfigSchema(subject: LoyaltyConfigured) {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    void ask(client, subject).then((found) => wanted && setAnswer(found));
    return () => {
      wanted = false;
    };
  }, [client, subject, tries]);
  return { ...answer, again: () => setTries((old) => old + 1) };
}
