import { useEffect } from "react";
import { Outlet, useLocation, useNavigate } from "react-router-dom";

import { useSession } from "../session/context";
import { Gate } from "./Gate";
import { Notices } from "./Notices";
import { ViewerProvider } from "./viewer";

/** What is around every address: who is there, and where the Dashboard leads. */
export function Root() {
  const session = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useEffect(
    () => session.onRoute((path) => path !== pathname && navigate(path)),
    [session, navigate, pathname],
  );
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
