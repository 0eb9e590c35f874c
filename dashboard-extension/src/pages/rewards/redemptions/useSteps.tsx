import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { useViewer } from "@/app/viewer";
import { LoyaltyRedemptionCancelDocument } from "@/graphql/redemption_cancel";
import { LoyaltyRedemptionFulfilDocument } from "@/graphql/redemption_fulfil";
import { LoyaltyRedemptionIssueDocument } from "@/graphql/redemption_issue";
import { useAction, type Refusal } from "@/kit/action";
import { reasonField, useAsk, type AskField } from "@/kit/AskDialog";

import messages from "./messages";
import type { Redemption } from "./RedemptionPage";
import { stepsFor } from "./states";

/** The buttons for what can be done about it, each with a question of its own. */
export function useSteps(redemption: Redemption, again: () => void) {
  const intl = useIntl();
  const { may } = useViewer();
  const { ask, dialog } = useAsk();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const issue = useAction(LoyaltyRedemptionIssueDocument, {
    success: text("issuedNow"),
    silent: true,
  });
  const fulfil = useAction(LoyaltyRedemptionFulfilDocument, {
    success: text("fulfilledNow"),
    silent: true,
  });
  const cancel = useAction(LoyaltyRedemptionCancelDocument, {
    success: text("cancelledNow"),
    silent: true,
  });
  const { id, name, kind, member, state, points } = redemption;
  const email = member?.email ?? "";
  const can = stepsFor(redemption);

  const done = (outcome: { done: true } | { done: false; errors: Refusal[] }): Refusal[] => {
    // Refused as well: somebody else may have done it meanwhile.
    again();
    return outcome.done ? [] : outcome.errors;
  };
  const tracking: AskField = { name: "tracking", label: text("tracking") };
  const note: AskField = {
    name: "note",
    label: text("noteForMember"),
    hint: text("noteHint"),
    rows: 3,
  };
  const code: AskField = { name: "code", label: text("code"), hint: text("codeHint") };
  const reason = reasonField(text("reason"), text("noteHint"));
  const buttons = (
    <>
      {can.cancel && may("MANAGE_POINTS") && (
        <Button
          variant="secondary"
          onClick={() =>
            ask({
              title: text("cancelTitle"),
              text: intl.formatMessage(
                state === "RESERVED" ? messages.cancelReserved : messages.cancelText,
                { points, email, what: state === "REQUESTED" ? state : kind },
              ),
              fields: [reason],
              confirm: text("cancel"),
              destructive: true,
              act: async (values) => done(await cancel.run({ id, ...values })),
            })
          }
        >
          {text("toCancel")}
        </Button>
      )}
      {can.issue && (
        <Button
          variant="primary"
          onClick={() =>
            ask({
              title: intl.formatMessage(messages.issueTitle, { name }),
              text: intl.formatMessage(messages.issueText, { email }),
              fields: [code, tracking, note],
              confirm: text("issue"),
              act: async (values) => done(await issue.run({ id, ...values })),
            })
          }
        >
          {text("issue")}
        </Button>
      )}
      {can.fulfil && (
        <Button
          variant="primary"
          onClick={() =>
            ask({
              title: intl.formatMessage(messages.fulfilTitle, { name }),
              text: text("fulfilText"),
              fields: [tracking, note],
              confirm: text("fulfil"),
              act: async (values) => done(await fulfil.run({ id, ...values })),
            })
          }
        >
          {text("fulfil")}
        </Button>
      )}
    </>
  );
  return { buttons, dialog };
}
