import { Button } from "@saleor/macaw-ui";

import type { ListUrl } from "@/kit/list-url";
import { useText } from "@/kit/use-text";

import messages from "./messages";

/** Shows what waits for staff alone, and everything again. */
export function CasesButton({ list }: { list: ListUrl }) {
  const text = useText(messages);
  const on = list.get("state") === "HELD";
  return (
    <Button
      variant={on ? "secondary" : "primary"}
      aria-pressed={on}
      onClick={() => list.set({ state: on ? undefined : "HELD" })}
    >
      {text(on ? "everything" : "cases")}
    </Button>
  );
}
