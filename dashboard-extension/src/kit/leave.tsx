import { useEffect } from "react";
import { useIntl } from "react-intl";
import { useBlocker } from "react-router-dom";
import { Button } from "@saleor/macaw-ui";

import { Dialog } from "./Dialog";
import messages from "./messages";

/** Asks before what is not saved is left behind. Belongs into every page with a form. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const intl = useIntl();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const stop = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", stop);
    return () => window.removeEventListener("beforeunload", stop);
  }, [dirty]);
  if (blocker.state !== "blocked") return null;
  return (
    <Dialog
      title={intl.formatMessage(messages.leaveTitle)}
      size="small"
      onClose={() => blocker.reset()}
      foot={
        <>
          <Button variant="secondary" onClick={() => blocker.reset()}>
            {intl.formatMessage(messages.stay)}
          </Button>
          <Button variant="error" onClick={() => blocker.proceed()}>
            {intl.formatMessage(messages.leave)}
          </Button>
        </>
      }
    >
      <p>{intl.formatMessage(messages.leaveText)}</p>
    </Dialog>
  );
}
