import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useQuery, type AnyVariables, type UseQueryArgs, type UseQueryResponse } from "urql";

// Each card asks for its own part of a member. What changes one of them can change any other:
// after every change all are asked once more, and show what they had until the answer is there.

interface Fresh {
  count: number;
  changed: () => void;
}

const Freshness = createContext<Fresh>({ count: 0, changed: () => undefined });

export function FreshProvider({ children }: { children: ReactNode }) {
  const [count, setCount] = useState(0);
  const value = useMemo(() => ({ count, changed: () => setCount((old) => old + 1) }), [count]);
  return <Freshness.Provider value={value}>{children}</Freshness.Provider>;
}

/** To be called when something about the member was changed. */
export function useChanged(): () => void {
  return useContext(Freshness).changed;
}

/** A query that is asked again after each change. */
export function useFreshQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
): UseQueryResponse<Data, Variables> {
  const { count } = useContext(Freshness);
  const seen = useRef(count);
  const [answer, again] = useQuery<Data, Variables>(args);
  useEffect(() => {
    if (seen.current === count) return;
    seen.current = count;
    again({ requestPolicy: "network-only" });
  }, [count, again]);
  return [answer, again];
}
