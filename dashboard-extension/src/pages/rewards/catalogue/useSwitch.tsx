import { useIntl } from "react-intl";

import { LoyaltyRewardSetActiveDocument } from "@/graphql/reward_set_active";
import { useAction } from "@/kit/action";
import { useConfirm } from "@/kit/Dialog";
import { useSession } from "@/session/context";

import messages from "./messages";

interface Switched {
  id: string;
  name: string;
  active: boolean | null;
}

/** Asks, then shows a reward or takes it out of the catalogue. */
export function useSwitch(changed: () => void) {
  const intl = useIntl();
  const session = useSession();
  const { ask, dialog } = useConfirm();
  const action = useAction(LoyaltyRewardSetActiveDocument);
  const flip = ({ id, name, active }: Switched) =>
    ask({
      title: intl.formatMessage(active ? messages.hideTitle : messages.showTitle, { name }),
      text: intl.formatMessage(active ? messages.hideText : messages.showText),
      confirm: intl.formatMessage(active ? messages.hide : messages.show),
      act: async () => {
        const { done } = await action.run({ id, active: !active });
        if (!done) return;
        session.notify("success", intl.formatMessage(active ? messages.hidden : messages.shown));
        changed();
      },
    });
  return { flip, dialog };
}
