import type { ReactNode } from "react";
import { useIntl } from "react-intl";

import { Callout } from "./Card";
import messages from "./messages";
import { DetailPage } from "./Page";

/** Where an address names something that is not there. */
export function MissingPage({ back }: { back: { to: string; label: string; icon: ReactNode } }) {
  const intl = useIntl();
  return (
    <DetailPage title={back.label} back={back}>
      <Callout mood="warning">
        <p>{intl.formatMessage(messages.gone)}</p>
      </Callout>
    </DetailPage>
  );
}
