import { Button } from "@saleor/macaw-ui";

import { LoyaltyTaskActivateDocument } from "@/graphql/task_activate";
import { LoyaltyTaskEndDocument } from "@/graphql/task_end";
import { useAction } from "@/kit/action";
import { useConfirm } from "@/kit/Dialog";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Task } from "./use-task";

interface LifeButtonsProps {
  task: Task;
  /** What is not saved yet is not shown either. */
  dirty: boolean;
  onDone: () => void;
}

/** Shows a task to members, and ends it. */
export function LifeButtons({ task, dirty, onDone }: LifeButtonsProps) {
  const text = useText(messages);
  const format = useFormat();
  const { ask, dialog } = useConfirm();
  const activate = useAction(LoyaltyTaskActivateDocument, { success: text("activated") });
  const end = useAction(LoyaltyTaskEndDocument, { success: text("ended") });
  const { id, state, startsAt, counts } = task;
  const run = async (action: typeof activate | typeof end) => {
    await action.run({ id });
    // Refused as well: somebody else may have done it meanwhile.
    onDone();
  };
  const draft = state === "DRAFT";
  return (
    <>
      {state !== "ENDED" && (
        <Button
          variant="secondary"
          onClick={() =>
            ask({
              title: text("endTitle"),
              text: draft ? text("endDraftText") : text("endText", { count: counts?.running ?? 0 }),
              confirm: text("end"),
              destructive: true,
              act: () => run(end),
            })
          }
        >
          {text("end")}
        </Button>
      )}
      {draft && (
        <Button
          disabled={dirty}
          title={dirty ? text("saveFirst") : undefined}
          onClick={() =>
            ask({
              title: text("activateTitle"),
              text: startsAt
                ? text("activateFrom", { date: format.moment(startsAt) })
                : text("activateNow"),
              confirm: text("activate"),
              act: () => run(activate),
            })
          }
        >
          {text("activate")}
        </Button>
      )}
      {dialog}
    </>
  );
}
