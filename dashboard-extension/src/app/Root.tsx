import { useEffect } from "react";
import { Outlet, useLocation, useNavigate } from "react-router-dom";

import { useSession } from "../session/context";
import { Gate } from "./Gate";
import { Notices } from "./Notices";
import { ViewerProvider } from "./viewer";

/** What is around every address: who is there, and the Dashboard's own address bar. */
export function Root() {
  const session = useSession();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => session.onRoute((path) => navigate(path)), [session, navigate]);
  useEffect(() => session.routeChanged(pathname + search), [session, pathname, search]);
  return (
    <>
      <Gate>
        <ViewerProvider>
          <Outlet />
        </ViewerProvider>
      </Gate>
      <Notices />
    </>
  );
}
