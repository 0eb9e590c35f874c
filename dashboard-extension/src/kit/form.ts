import { useCallback, useEffect, useMemo, useState } from "react";

import type { Refusal } from "./action";

export interface Form<Values> {
  values: Values;
  dirty: boolean;
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void;
  merge: (values: Partial<Values>) => void;
  /** Back to what was loaded, or to what was just saved. */
  reset: (values?: Values) => void;
  /** What is wrong with a field: found here, or said by the server. */
  errorOf: (name: keyof Values & string) => string | undefined;
  /** Refusals of the server that are about no field of the form. */
  rest: Refusal[];
  /** Checks everything and shows what is wrong; true where nothing is. */
  check: () => boolean;
}

type Problems<Values> = Partial<Record<keyof Values & string, string>>;

interface Options<Values> {
  check?: (values: Values) => Problems<Values>;
  /** What the server said of the last saving. */
  refusals?: Refusal[];
}

// One and the same array: a new one would look like news from the server.
const NONE: Refusal[] = [];

/** The state of a form. `initial` may arrive anew: a form nobody has touched follows it. */
export function useForm<Values extends object>(
  initial: Values,
  { check, refusals = NONE }: Options<Values> = {},
): Form<Values> {
  const [base, setBase] = useState(initial);
  const [values, setValues] = useState(initial);
  const [shown, setShown] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const dirty = JSON.stringify(values) !== JSON.stringify(base);
  const arrived = JSON.stringify(initial);

  useEffect(() => {
    if (dirty) return;
    setBase(initial);
    setValues(initial);
    // Whether it is touched matters only at the moment something arrives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arrived]);
  useEffect(() => setTouched(new Set()), [refusals]);

  const merge = useCallback((change: Partial<Values>) => {
    setValues((old) => ({ ...old, ...change }));
    setTouched((old) => new Set([...old, ...Object.keys(change)]));
  }, []);
  const problems = useMemo(() => check?.(values) ?? {}, [check, values]) as Problems<Values>;

  return {
    values,
    dirty,
    merge,
    set: (name, value) => merge({ [name]: value } as unknown as Partial<Values>),
    reset: (next) => {
      setBase(next ?? base);
      setValues(next ?? base);
      setShown(false);
    },
    errorOf: (name) => {
      if (shown && problems[name]) return problems[name];
      const said = refusals.find(({ field }) => field === name);
      return touched.has(name) ? undefined : said?.message;
    },
    rest: refusals.filter(({ field }) => field === null || !(field in (values as object))),
    check: () => {
      setShown(true);
      return Object.keys(problems).length === 0;
    },
  };
}
