import { useIntl } from "react-intl";
import { useRouteError } from "react-router-dom";

import { Callout } from "../kit/Card";
import messages from "./messages";

// What browsers say of a part of the program that is not there any more.
const GONE = /dynamically imported module|module script failed|preload CSS/i;

/** Shown instead of a page that broke, or whose files an upgrade has replaced. */
export function Crash() {
  const intl = useIntl();
  const error = useRouteError();
  const gone = error instanceof Error && GONE.test(error.message);
  return (
    <div className="page-content">
      <Callout
        mood={gone ? "warning" : "error"}
        title={intl.formatMessage(gone ? messages.updated : messages.crashed)}
      >
        <p>{intl.formatMessage(gone ? messages.updatedWhy : messages.crashedWhy)}</p>
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
