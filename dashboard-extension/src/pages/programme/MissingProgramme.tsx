import { ClipboardList } from "lucide-react";
import { useIntl } from "react-intl";

import { Callout } from "@/kit/Card";
import { DetailPage } from "@/kit/Page";
import messages from "@/kit/programme/messages";

export function MissingProgramme() {
  const intl = useIntl();
  const all = intl.formatMessage(messages.all);
  return (
    <DetailPage
      title={all}
      back={{ to: "/programme?all=1", label: all, icon: <ClipboardList size={20} /> }}
    >
      <Callout mood="warning" title={intl.formatMessage(messages.gone)} />
    </DetailPage>
  );
}
