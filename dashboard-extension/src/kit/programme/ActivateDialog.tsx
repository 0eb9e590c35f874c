import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";

import { LoyaltyProgrammeActivateDocument } from "@/graphql/programme_activate";
import { useAction } from "@/kit/action";
import { Dialog } from "@/kit/Dialog";
import { MomentField, SelectField } from "@/kit/fields";
import { useFormat } from "@/kit/format";
import kit from "@/kit/messages";
import { Refusals } from "@/kit/Refusals";
import { useSession } from "@/session/context";

import messages from "./messages";
import type { Version } from "./versions";

interface ActivateDialogProps {
  version: Version;
  onClose: () => void;
  onDone: () => void;
}

/** Says what putting a version in force means, and asks from when on. */
export function ActivateDialog({ version, onClose, onDone }: ActivateDialogProps) {
  const intl = useIntl();
  const format = useFormat();
  const session = useSession();
  const activate = useAction(LoyaltyProgrammeActivateDocument, { silent: true });
  const [when, setWhen] = useState("now");
  const [from, setFrom] = useState<string | null>(null);
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const act = async () => {
    const validFrom = when === "later" ? from : undefined;
    const outcome = await activate.run({ id: version.id, revision: version.revision, validFrom });
    if (!outcome.done) return;
    const { number } = version;
    session.notify(
      "success",
      validFrom
        ? intl.formatMessage(messages.activatedLater, { number, date: format.moment(validFrom) })
        : intl.formatMessage(messages.activated, { number }),
    );
    onDone();
  };
  return (
    <Dialog
      title={intl.formatMessage(messages.activateTitle, { number: version.number })}
      onClose={onClose}
      foot={
        <>
          <Button variant="secondary" onClick={onClose} disabled={activate.busy}>
            {intl.formatMessage(kit.back)}
          </Button>
          <Button
            variant="primary"
            onClick={() => void act()}
            disabled={activate.busy || (when === "later" && from === null)}
          >
            {text("activate")}
          </Button>
        </>
      }
    >
      <p>{text("activateText")}</p>
      <SelectField
        label={text("activateWhen")}
        value={when}
        choices={[
          { value: "now", label: text("activateNow") },
          { value: "later", label: text("activateLater") },
        ]}
        onChange={setWhen}
      />
      {when === "later" && (
        <MomentField label={text("activateAt")} value={from} onChange={setFrom} required />
      )}
      <Refusals of={activate.errors} />
    </Dialog>
  );
}
