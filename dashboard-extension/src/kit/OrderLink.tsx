import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { useSession } from "@/session/context";

import messages from "./messages";

/** A way to the Dashboard's own page of an order, where there is a Dashboard; else its id. */
export function OrderLink({ id }: { id: string }) {
  const intl = useIntl();
  const session = useSession();
  if (!session.openHost) return <span>{bareId(id)}</span>;
  return (
    <Button
      variant="secondary"
      size="small"
      display="inline-flex"
      onClick={() => session.openHost?.(`/orders/${encodeURIComponent(globalId(id))}`)}
    >
      {intl.formatMessage(messages.openOrder)}
    </Button>
  );
}

/** "T3JkZXI6MTI=" and "12" are both 12. */
export function bareId(id: string): string {
  try {
    const [kind, bare] = atob(id).split(/:(.*)/s);
    return kind === "Order" && bare ? bare : id;
  } catch {
    return id;
  }
}

export function globalId(id: string): string {
  return bareId(id) === id ? btoa(`Order:${id}`) : id;
}
