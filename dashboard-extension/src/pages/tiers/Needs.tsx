import type { ReactNode } from "react";

import { useViewer, type Permission } from "@/app/viewer";
import { NoAccess } from "@/kit/states";

/** A page that means nothing to who lacks the permission. */
export function Needs({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { may } = useViewer();
  return may(permission) ? <>{children}</> : <NoAccess />;
}
