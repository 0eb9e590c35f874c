import { useIntl } from "react-intl";

import { Callout } from "../kit/Card";
import messages from "./messages";

/** Shown instead of a page that broke. */
export function Crash() {
  const intl = useIntl();
  return (
    <div className="page-content">
      <Callout mood="error" title={intl.formatMessage(messages.crashed)}>
        <p>{intl.formatMessage(messages.crashedWhy)}</p>
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
