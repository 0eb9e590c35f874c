import type { ReactNode } from "react";

import { useSession } from "@/session/context";

interface HostLinkProps {
  to: string;
  children: ReactNode;
  /** What stands there without a Dashboard; left out, the same. */
  otherwise?: ReactNode;
}

/** Leads to a page of Saleor's own Dashboard; where there is none around us, it is only text. */
export function HostLink({ to, children, otherwise = children }: HostLinkProps) {
  const session = useSession();
  if (!session.openHost) return <>{otherwise}</>;
  return (
    <button type="button" className="host-link" onClick={() => session.openHost?.(to)}>
      {children}
    </button>
  );
}
