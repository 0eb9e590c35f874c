import type { ReactNode } from "react";

import { useSession } from "@/session/context";

/** Leads to a page of Saleor's own Dashboard; where there is none around us, it is only text. */
export function HostLink({ to, children }: { to: string; children: ReactNode }) {
  const session = useSession();
  if (!session.openHost) return <>{children}</>;
  return (
    <button type="button" className="host-link" onClick={() => session.openHost?.(to)}>
      {children}
    </button>
  );
}
