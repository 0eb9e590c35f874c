import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";

import { ConfigEditor, useConfigFaults } from "@/kit/config/ConfigEditor";
import { Dialog } from "@/kit/Dialog";
import kit from "@/kit/messages";

import { tidied, type Day, type Gift } from "./ladder";
import messages from "./messages";

interface GiftDialogProps {
  title: string;
  gift: Day;
  onDone: (gift: Day) => void;
  onClose: () => void;
}

/** All that a gift can be, for one day. */
export function GiftDialog({ title, gift, onDone, onClose }: GiftDialogProps) {
  const intl = useIntl();
  // The form of a gift is the same wherever one is given; reviews have one at their top.
  const [config, setConfig] = useState<unknown>({ gift });
  const { faults, check } = useConfigFaults("REVIEWS", config);
  const done = async () => {
    if (!(await check())) return;
    onDone(tidied((config as { gift?: Gift | null }).gift ?? {}));
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button variant="secondary" onClick={onClose}>
            {intl.formatMessage(kit.back)}
          </Button>
          <Button variant="primary" onClick={() => void done()}>
            {intl.formatMessage(messages.apply)}
          </Button>
        </>
      }
    >
      <ConfigEditor
        subject="REVIEWS"
        value={config}
        onChange={setConfig}
        faults={faults}
        part="gift"
        plain
      />
    </Dialog>
  );
}
