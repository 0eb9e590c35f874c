import { useIntl } from "react-intl";

import { useViewer } from "@/app/viewer";
import { Card, Facts } from "@/kit/Card";
import { DetailPage } from "@/kit/Page";

import { AccessCard } from "./AccessCard";
import { AddressesCard } from "./AddressesCard";
import { ChannelsCard } from "./ChannelsCard";
import messages from "./messages";

export function Component() {
  const intl = useIntl();
  const { shop } = useViewer();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const aside = (
    <>
      <Card title={text("shop")}>
        <Facts
          facts={[
            { label: text("timeZone"), value: shop.timeZone },
            { label: text("version"), value: shop.version },
            { label: text("hostVersion"), value: shop.hostVersion },
          ]}
        />
      </Card>
      <Card title={text("languages")} intro={text("languagesIntro")}>
        <ul className="plain-list">
          {shop.languages.map((code) => (
            <li key={code}>{intl.formatDisplayName(code, { type: "language" }) ?? code}</li>
          ))}
        </ul>
      </Card>
    </>
  );
  return (
    <DetailPage title={text("title")} aside={aside}>
      <ChannelsCard />
      <AccessCard />
      <AddressesCard />
    </DetailPage>
  );
}
