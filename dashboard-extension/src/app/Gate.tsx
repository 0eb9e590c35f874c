import { useEffect, useState, type ReactNode } from "react";
import { useIntl } from "react-intl";

import { Callout } from "../kit/Card";
import { NoAccess } from "../kit/states";
import { useSession, useSurroundings } from "../session/context";
import { Login } from "./Login";
import messages from "./messages";

// The Dashboard hands its token over at once, or, where the permission lacks, never.
const PATIENCE_MS = 5_000;

interface GateProps {
  /** What is shown while the token is on its way. */
  waiting: ReactNode;
  children: ReactNode;
}

/** Lets nobody in without a token, and says why where none comes. */
export function Gate({ waiting, children }: GateProps) {
  const intl = useIntl();
  const session = useSession();
  const { ready, over } = useSurroundings();
  if (over)
    return (
      <div className="page-content">
        <Callout mood="warning" title={intl.formatMessage(messages.over)}>
          <p>{intl.formatMessage(messages.overWhy)}</p>
        </Callout>
      </div>
    );
  if (ready) return <>{children}</>;
  return session.kind === "staff" ? <Login /> : <Patient>{waiting}</Patient>;
}

function Patient({ children }: { children: ReactNode }) {
  const intl = useIntl();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return long ? <NoAccess>{intl.formatMessage(messages.notReadyWhy)}</NoAccess> : children;
}
