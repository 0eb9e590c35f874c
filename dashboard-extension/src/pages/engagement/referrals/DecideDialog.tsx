import { LoyaltyReferralApproveDocument } from "@/graphql/referral_approve";
import { LoyaltyReferralRefuseDocument } from "@/graphql/referral_refuse";
import { useAction } from "@/kit/action";
import { AskDialog, reasonField } from "@/kit/AskDialog";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Referral } from "./OneReferral";

interface DecideDialogProps {
  referral: Referral;
  way: "approve" | "refuse";
  onChanged: () => void;
  onClose: () => void;
}

/** Asks for the reason, and says what will be given or taken back. */
export function DecideDialog({ referral, way, onChanged, onClose }: DecideDialogProps) {
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
  const given = referral.gifts.filter(({ takenBackAt }) => !takenBackAt);
  const points = given.reduce((sum, gift) => sum + gift.points, 0);
  return (
    <AskDialog
      onClose={onClose}
      asked={{
        title: text(approves ? "approveTitle" : "refuseTitle"),
        text: approves
          ? text(referral.orderId ? "approveOrdered" : "approveText")
          : text("refuseText", { count: points }),
        fields: [reasonField(text("reason"), text("reasonHint"))],
        confirm: text(approves ? "approve" : "refuse"),
        destructive: !approves,
        act: async ({ reason = "" }) => {
          const action = approves ? approve : refuse;
          const outcome = await action.run({ id: referral.id, reason });
          // Refused as well: somebody else may have decided it meanwhile.
          onChanged();
          return outcome.done ? [] : outcome.errors;
        },
      }}
    />
  );
}
