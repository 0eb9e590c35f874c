import { Button } from "@saleor/macaw-ui";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { useRouteError } from "react-router-dom";

import { Callout } from "../kit/Card";
import { Loading } from "../kit/states";
import { useSession } from "../session/context";
import messages from "./messages";
import { mayReload } from "./reload";

// What browsers say of a part of the program that is not there any more.
const GONE = /dynamically imported module|module script failed|preload CSS/i;

/** Shown instead of a page that broke, or whose files an upgrade has replaced. */
export function Crash() {
  const intl = useIntl();
  const error = useRouteError();
  if (error instanceof Error && GONE.test(error.message)) return <Updated />;
  return (
    <div className="page-content">
      <Callout mood="error" title={intl.formatMessage(messages.crashed)}>
        <p>{intl.formatMessage(messages.crashedWhy)}</p>
      </Callout>
    </div>
  );
}

/** Loads the new files by itself, once: where that did not help, whoever is there decides. */
function Updated() {
  const intl = useIntl();
  const session = useSession();
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (mayReload()) session.reload();
    else setAsks(true);
  }, [session]);
  if (!asks) return <Loading />;
  return (
    <div className="page-content">
      <Callout mood="warning" title={intl.formatMessage(messages.updated)}>
        <p>{intl.formatMessage(messages.updatedWhy)}</p>
        <Button variant="secondary" onClick={() => session.reload()}>
          {intl.formatMessage(messages.reload)}
        </Button>
      </Callout>
    </div>
  );
}

export function NoSuchPage() {
  const intl = useIntl();
  return (
    <main className="page-content">
      <Callout mood="warning" title={intl.formatMessage(messages.notFound)} />
    </main>
  );
}
