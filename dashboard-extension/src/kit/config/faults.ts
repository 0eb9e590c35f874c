import { useCallback, useEffect, useMemo, useState } from "react";
import { useClient } from "urql";

import { LoyaltyConfigurationFaultsDocument } from "@/graphql/configuration_faults";
import type { LoyaltyConfigured } from "@/graphql/schema";

export interface Fault {
  /** "rules.0.percent"; empty: the whole of it does not fit together. */
  place: string;
  text: string;
  /** It is only not filled in yet. */
  missing?: boolean;
}

const PAUSE_MS = 400;

/** What the server finds wrong with a configuration while it is written.
 *
 * `faults` leaves out what is only not filled in yet, until `check` was called: so a new form does
 * not begin in red. `check` says whether all is well, and shows everything that is not; `valid`
 * says it for the document as it was asked last.
 */
export function useConfigFaults(subject: LoyaltyConfigured, config: unknown) {
  const client = useClient();
  const [found, setFound] = useState<Fault[]>();
  const [checking, setChecking] = useState(true);
  const [strict, setStrict] = useState(false);
  const written = JSON.stringify(config ?? {});

  const ask = useCallback(async (): Promise<Fault[]> => {
    const variables = { subject, config: JSON.parse(written) as unknown };
    const answer = await client.query(LoyaltyConfigurationFaultsDocument, variables).toPromise();
    return answer.data?.loyaltyConfigurationFaults ?? [];
  }, [client, subject, written]);

  useEffect(() => {
    let wanted = true;
    setChecking(true);
    const timer = setTimeout(() => {
      void ask().then((faults) => {
        if (!wanted) return;
        setFound(faults);
        setChecking(false);
      });
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask]);

  const check = useCallback(async () => {
    setStrict(true);
    const faults = await ask();
    setFound(faults);
    return faults.length === 0;
  }, [ask]);

  const faults = useMemo(() => {
    const all = found ?? [];
    if (strict) return all;
    const document = JSON.parse(written) as unknown;
    return all.filter(({ place, missing }) => !missing || isFilled(document, place));
  }, [found, strict, written]);

  return { faults, checking, valid: !checking && found?.length === 0, check };
}

function isFilled(document: unknown, place: string): boolean {
  let there = document;
  if (place !== "")
    for (const name of place.split("."))
      there = (there as Record<string, unknown> | null | undefined)?.[name];
  return saysSomething(there);
}

/** More than of which kind it is. */
export function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== "object") return true;
  return Object.entries(value).some(([name, inside]) => name !== "kind" && saysSomething(inside));
}

/** What is wrong right there. */
export function faultAt(faults: Fault[], place: string): string | undefined {
  const here = faults.filter((fault) => fault.place === place);
  return here.length > 0 ? here.map(({ text }) => text).join(" ") : undefined;
}

/** What is wrong there or anywhere inside it. */
export function faultWithin(faults: Fault[], place: string): string | undefined {
  const inside = `${place}.`;
  const here = faults.filter((fault) => fault.place === place || fault.place.startsWith(inside));
  return here.length > 0 ? [...new Set(here.map(({ text }) => text))].join(" ") : undefined;
}
