import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { Callout } from "@/kit/Card";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import kit from "@/kit/messages";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Decisions, Review } from "./use-decisions";

interface RefuseDialogProps {
  review: Review;
  decisions: Decisions;
  onClose: () => void;
}

/** Asks for the reason, and says what becomes of the points. */
export function RefuseDialog({ review, decisions, onClose }: RefuseDialogProps) {
  const intl = useIntl();
  const text = useText(messages);
  const required = intl.formatMessage(kit.required);
  const form = useForm(
    { reason: "" },
    {
      check: ({ reason }) => (reason.trim() ? {} : { reason: required }),
      refusals: decisions.refusals,
    },
  );
  const points = review.points ?? 0;
  const shown = review.state === "APPROVED";
  const send = async () => {
    if (form.check() && (await decisions.refuse(form.values.reason))) onClose();
  };
  return (
    <Dialog
      title={text(shown ? "takeDownTitle" : "refuseTitle")}
      onClose={onClose}
      foot={
        <>
          <Button variant="secondary" onClick={onClose} disabled={decisions.busy}>
            {intl.formatMessage(kit.back)}
          </Button>
          <Button variant="error" onClick={() => void send()} disabled={decisions.busy}>
            {text(shown ? "takeDown" : "refuse")}
          </Button>
        </>
      }
    >
      <p>
        {text(shown ? "takeDownText" : "refuseText")}{" "}
        {points > 0 && text("pointsBack", { count: points })}
      </p>
      {form.rest.map(({ message }) => (
        <Callout key={message} mood="error">
          <p>{message}</p>
        </Callout>
      ))}
      <TextField
        label={text("reason")}
        hint={text("reasonHint")}
        rows={3}
        required
        value={form.values.reason}
        onChange={(reason) => form.set("reason", reason)}
        error={form.errorOf("reason")}
      />
    </Dialog>
  );
}
