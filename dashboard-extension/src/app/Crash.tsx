import { useIntl } from "react-intl";
import { isRouteErrorResponse, useRouteError } from "react-router-dom";

import { Callout } from "../kit/Card";
import messages from "./messages";

/** Shown instead of a page that is not there, or that broke. */
export function Crash() {
  const intl = useIntl();
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <div className="page-content">
      <Callout mood="error" title={intl.formatMessage(missing ? messages.notFound : messages.crashed)}>
        {!missing && <p>{intl.formatMessage(messages.crashedWhy)}</p>}
      </Callout>
    </div>
  );
}
