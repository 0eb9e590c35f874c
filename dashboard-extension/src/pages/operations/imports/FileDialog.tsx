import { Button } from "@saleor/macaw-ui";
import { useState, type ChangeEvent } from "react";
import { useIntl } from "react-intl";

import { LoyaltyEventBatchCheckDocument } from "@/graphql/event_batch_check";
import { useAction } from "@/kit/action";
import { Callout } from "@/kit/Card";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/fields";
import kit from "@/kit/messages";
import { Refusals } from "@/kit/Refusals";

import messages from "./messages";

// A request to our endpoint holds 64 KB; the rest of it takes some, and JSON escapes line ends.
const MOST_KB = 55;

interface FileDialogProps {
  onClose: () => void;
  /** With the id of what was looked at. */
  onLooked: (id: string) => void;
}

/** Chooses a file of events, and has it looked at. */
export function FileDialog({ onClose, onLooked }: FileDialogProps) {
  const intl = useIntl();
  const [name, setName] = useState("");
  const [content, setContent] = useState("");
  const check = useAction(LoyaltyEventBatchCheckDocument, { silent: true });
  const size = new Blob([JSON.stringify(content)]).size;
  const tooLarge = size > MOST_KB * 1024;

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    setName(file.name.slice(0, 200));
    setContent(await file.text());
  };
  const look = async () => {
    const outcome = await check.run({ name, content, first: 1 });
    if (outcome.done && outcome.payload.batch) onLooked(outcome.payload.batch.id);
  };

  return (
    <Dialog
      title={intl.formatMessage(messages.new)}
      onClose={onClose}
      foot={
        <>
          <Button variant="secondary" onClick={onClose}>
            {intl.formatMessage(kit.back)}
          </Button>
          <Button
            variant="primary"
            disabled={!content || !name || tooLarge || check.busy}
            onClick={() => void look()}
          >
            {intl.formatMessage(messages.look)}
          </Button>
        </>
      }
    >
      <label className="file-field">
        <span>{intl.formatMessage(messages.choose)}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.json,.jsonl"
          onChange={(event) => void choose(event)}
        />
      </label>
      <p className="grey">{intl.formatMessage(messages.chooseHint)}</p>
      {content && (
        <TextField label={intl.formatMessage(messages.name)} value={name} onChange={setName} />
      )}
      {tooLarge && (
        <Callout mood="error">
          <p>{intl.formatMessage(messages.tooLarge, { limit: MOST_KB })}</p>
        </Callout>
      )}
      <Refusals of={check.errors} />
    </Dialog>
  );
}
