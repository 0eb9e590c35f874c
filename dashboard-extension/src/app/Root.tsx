import { useEffect } from "react";
import { Outlet, useLocation, useMatches, useNavigate } from "react-router-dom";

import { Loading } from "../kit/states";
import { useSession } from "../session/context";
import { Framed } from "./Frame";
import { Gate } from "./Gate";
import { Notices } from "./Notices";
import { ViewerProvider } from "./viewer";

/** Marks the routes that have the rail beside them. */
export const FRAMED = "framed";

/** What is around every address: who is there, and where the Dashboard leads. */
export function Root() {
  const session = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useEffect(
    () => session.onRoute((path) => path !== pathname && navigate(path)),
    [session, navigate, pathname],
  );
  // Widgets and pop-ups have no rail: the Dashboard is around them.
  const framed = useMatches().some(({ handle }) => handle === FRAMED);
  const waiting = framed ? (
    <Framed>
      <Loading />
    </Framed>
  ) : (
    <Loading />
  );
  return (
    <>
      <Gate waiting={waiting}>
        <ViewerProvider waiting={waiting}>
          <Outlet />
        </ViewerProvider>
      </Gate>
      <Notices />
    </>
  );
}
