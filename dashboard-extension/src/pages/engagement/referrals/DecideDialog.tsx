import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { LoyaltyReferralApproveDocument } from "@/graphql/referral_approve";
import { LoyaltyReferralRefuseDocument } from "@/graphql/referral_refuse";
import { useAction } from "@/kit/action";
import { Callout } from "@/kit/Card";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import kit from "@/kit/messages";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Referral } from "./OneReferral";

interface DecideDialogProps {
  referral: Referral;
  way: "approve" | "refuse";
  onDone: () => void;
  onClose: () => void;
}

/** Asks for the reason, and says what will be given or taken back. */
export function DecideDialog({ referral, way, onDone, onClose }: DecideDialogProps) {
  const intl = useIntl();
  const text = useText(messages);
  const approves = way === "approve";
  const approve = useAction(LoyaltyReferralApproveDocument, {
    success: text("approved"),
    silent: true,
  });
  const refuse = useAction(LoyaltyReferralRefuseDocument, {
    success: text("refused"),
    silent: true,
  });
  const action = approves ? approve : refuse;
  const required = intl.formatMessage(kit.required);
  const form = useForm(
    { reason: "" },
    { check: ({ reason }) => (reason.trim() ? {} : { reason: required }), refusals: action.errors },
  );
  const given = referral.gifts.filter(({ takenBackAt }) => !takenBackAt);
  const points = given.reduce((sum, gift) => sum + gift.points, 0);
  const send = async () => {
    if (!form.check()) return;
    const { done } = await action.run({ id: referral.id, reason: form.values.reason });
    if (!done) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={text(approves ? "approveTitle" : "refuseTitle")}
      onClose={onClose}
      foot={
        <>
          <Button variant="secondary" onClick={onClose} disabled={action.busy}>
            {intl.formatMessage(kit.back)}
          </Button>
          <Button
            variant={approves ? "primary" : "error"}
            onClick={() => void send()}
            disabled={action.busy}
          >
            {text(approves ? "approve" : "refuse")}
          </Button>
        </>
      }
    >
      <p>
        {approves
          ? text(referral.orderId ? "approveOrdered" : "approveText")
          : text("refuseText", { count: points })}
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
