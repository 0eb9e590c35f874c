import { useRef } from "react";

import { freshKey } from "./action";

interface SourceKeys {
  /** The key of a wish: the same wish sent again, after an answer got lost, has the same one. */
  of: (wish: unknown) => string;
  /** After it was done: the same wish is a new one then. */
  done: () => void;
}

export function useSourceKeys(): SourceKeys {
  const keys = useRef(new Map<string, string>());
  const api = useRef<SourceKeys>({
    of: (wish) => {
      const said = JSON.stringify(wish);
      const key = keys.current.get(said) ?? freshKey();
      keys.current.set(said, key);
      return key;
    },
    done: () => keys.current.clear(),
  });
  return api.current;
}
