import { AskDialog, reasonField } from "@/kit/AskDialog";
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
  const text = useText(messages);
  const points = review.points ?? 0;
  const shown = review.state === "APPROVED";
  const becomes = text(shown ? "takeDownText" : "refuseText");
  const back = points > 0 ? ` ${text("pointsBack", { count: points })}` : "";
  return (
    <AskDialog
      onClose={onClose}
      asked={{
        title: text(shown ? "takeDownTitle" : "refuseTitle"),
        text: `${becomes}${back}`,
        fields: [reasonField(text("reason"), text("reasonHint"))],
        confirm: text(shown ? "takeDown" : "refuse"),
        destructive: true,
        act: ({ reason = "" }) => decisions.refuse(reason),
      }}
    />
  );
}
