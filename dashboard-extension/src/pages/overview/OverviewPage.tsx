import { useIntl } from "react-intl";

import { DetailPage } from "@/kit/Page";

import messages from "./messages";

export function Component() {
  const intl = useIntl();
  return <DetailPage title={intl.formatMessage(messages.title)}>{null}</DetailPage>;
}
