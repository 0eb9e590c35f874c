import { useCallback } from "react";
import { useNavigate } from "react-router-dom";

import { useSession } from "@/session/context";

/** Leads to one of our pages: through the Dashboard where it is around us, else directly. */
export function useOpen(): (path: string) => void {
  const session = useSession();
  const navigate = useNavigate();
  return useCallback(
    (path) => (session.openOwn ? session.openOwn(path) : navigate(path)),
    [session, navigate],
  );
}
