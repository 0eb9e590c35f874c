import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { LoyaltyLotteryCancelDocument } from "@/graphql/lottery_cancel";
import { LoyaltyLotteryCloseDocument } from "@/graphql/lottery_close";
import { LoyaltyLotteryDrawDocument } from "@/graphql/lottery_draw";
import { LoyaltyLotteryOpenDocument } from "@/graphql/lottery_open";
import { useAction } from "@/kit/action";
import { useConfirm } from "@/kit/Dialog";
import { useFormat } from "@/kit/format";

import type { Lottery } from "./LotteryPage";
import messages from "./messages";
import { stepsFor } from "./states";

/** The next steps of a lottery, each with a question that says what it does. */
export function useSteps(lottery: Lottery, again: () => void) {
  const intl = useIntl();
  const format = useFormat();
  const { ask, dialog } = useConfirm();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const open = useAction(LoyaltyLotteryOpenDocument, { success: text("opened") });
  const close = useAction(LoyaltyLotteryCloseDocument, { success: text("closedNow") });
  const draw = useAction(LoyaltyLotteryDrawDocument, { success: text("drawnNow") });
  const cancel = useAction(LoyaltyLotteryCancelDocument, { success: text("cancelledNow") });
  const { id, name, state, opensAt, closesAt, ticketsSold: count } = lottery;
  const can = stepsFor(state);

  const step = (
    action: { run: (variables: { id: string }) => Promise<{ done: boolean }> },
    title: string,
    said: string,
    confirm: string,
    destructive = false,
  ) =>
    ask({
      title,
      text: said,
      confirm,
      destructive,
      act: async () => {
        await action.run({ id });
        // Refused as well: somebody else may have taken the step meanwhile.
        again();
      },
    });

  const buttons = (dirty: boolean) => (
    <>
      {can.cancel && (
        <Button
          variant="secondary"
          onClick={() =>
            step(
              cancel,
              intl.formatMessage(messages.cancelTitle, { name }),
              intl.formatMessage(messages.cancelText, { count }),
              text("toCancel"),
              true,
            )
          }
        >
          {text("toCancel")}
        </Button>
      )}
      {can.open && (
        <Button
          variant="primary"
          disabled={dirty}
          title={dirty ? text("saveFirst") : undefined}
          onClick={() =>
            step(
              open,
              intl.formatMessage(messages.openTitle, { name }),
              intl.formatMessage(messages.openText, {
                opens: format.moment(opensAt),
                closes: format.moment(closesAt),
              }),
              text("toOpen"),
            )
          }
        >
          {text("toOpen")}
        </Button>
      )}
      {can.close && (
        <Button
          variant="primary"
          onClick={() =>
            step(
              close,
              intl.formatMessage(messages.closeTitle, { name }),
              intl.formatMessage(messages.closeText, { count }),
              text("toClose"),
            )
          }
        >
          {text("toClose")}
        </Button>
      )}
      {can.draw && (
        <Button
          variant="primary"
          onClick={() =>
            step(
              draw,
              intl.formatMessage(messages.drawTitle, { name }),
              intl.formatMessage(messages.drawText, { count }),
              text("toDraw"),
            )
          }
        >
          {text("toDraw")}
        </Button>
      )}
    </>
  );
  return { buttons, dialog };
}
