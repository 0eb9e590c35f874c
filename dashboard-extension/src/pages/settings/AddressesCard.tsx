import { Button } from "@saleor/macaw-ui";
import { Copy } from "lucide-react";
import { useIntl } from "react-intl";

import { Card } from "@/kit/Card";
import { copyText } from "@/kit/copy";
import kit from "@/kit/messages";
import { useSession } from "@/session/context";
import { settings } from "@/settings";

import messages from "./messages";

const addresses = [
  { label: messages.graphql, path: settings.graphql },
  { label: messages.reviews, path: new URL("../reviews/", fullAddress(settings.base)).pathname },
  { label: messages.manifest, path: `${settings.base}manifest.json` },
];

function fullAddress(path: string): string {
  return new URL(path, window.location.origin).href;
}

/** Where other programs reach the plugin, to copy. */
export function AddressesCard() {
  const intl = useIntl();
  const session = useSession();
  const copy = async (address: string) => {
    if (await copyText(address)) session.notify("success", intl.formatMessage(kit.copied));
  };
  return (
    <Card
      title={intl.formatMessage(messages.addresses)}
      intro={intl.formatMessage(messages.addressesIntro)}
    >
      {addresses.map(({ label, path }) => {
        const name = intl.formatMessage(label);
        const address = fullAddress(path);
        return (
          <div key={path} className="address">
            <span className="grey">{name}</span>
            <code>{address}</code>
            <Button
              variant="tertiary"
              size="small"
              icon={<Copy size={16} />}
              aria-label={`${intl.formatMessage(kit.copy)}: ${name}`}
              onClick={() => void copy(address)}
            />
          </div>
        );
      })}
    </Card>
  );
}
