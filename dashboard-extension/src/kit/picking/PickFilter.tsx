import { Box, Button, DynamicCombobox } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { useEffect, useState } from "react";

import type { Choice } from "../Filters";
import type { ListUrl } from "../list-url";
import { useText } from "../use-text";
import messages from "./messages";

export interface Found {
  options: Choice[];
  loading: boolean;
  /** Of what is chosen; undefined until it is known. */
  name: string | undefined;
}

/** A hook that asks the server. `wanted` is undefined until somebody is about to choose. */
export type Finding = (wanted: string | undefined, chosen: string | undefined) => Found;

interface PickFilterProps {
  list: ListUrl;
  /** Under which its value stands in the address. */
  name: string;
  /** Of what is chosen, and where nothing is. */
  label: string;
  any: string;
  useFinding: Finding;
}

const PAUSE_MS = 250;

/** Narrows a list to one of many things, found on the server by what is typed. */
export function PickFilter({ list, name, label, any, useFinding }: PickFilterProps) {
  const text = useText(messages);
  const chosen = list.get(name);
  const { wanted, begin, type } = useTyped();
  const found = useFinding(wanted, chosen);
  return (
    <Box display="flex" alignItems="center" gap={1} __width="280px">
      <Box flexGrow="1">
        <DynamicCombobox
          size="small"
          label={chosen ? label : any}
          value={chosen ? { value: chosen, label: found.name ?? chosen } : null}
          options={found.options}
          loading={found.loading}
          onFocus={begin}
          onInputValueChange={type}
          onChange={(option) => list.set({ [name]: option?.value })}
          locale={{ loadingText: text("searching") }}
        />
      </Box>
      {chosen && (
        <Button
          variant="tertiary"
          size="small"
          icon={<X size={16} />}
          aria-label={text("clear", { filter: label })}
          title={text("clear", { filter: label })}
          onClick={() => list.set({ [name]: undefined })}
        />
      )}
    </Box>
  );
}

/** What is typed, once nobody types for a moment. */
export function useTyped() {
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === undefined) return;
    const timer = setTimeout(() => setWanted(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, wanted]);
  return { wanted, begin: () => setWanted((old) => old ?? ""), type: setTyped };
}
