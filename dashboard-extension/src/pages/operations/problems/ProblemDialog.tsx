import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import type { LoyaltyDeadLettersQuery } from "@/graphql/dead_letters";
import { LoyaltyDeadLetterReplayDocument } from "@/graphql/dead_letter_replay";
import { useAction } from "@/kit/action";
import { Facts } from "@/kit/Card";
import { Dialog } from "@/kit/Dialog";
import { useFormat } from "@/kit/format";
import kit from "@/kit/messages";
import { useSession } from "@/session/context";

import messages from "./messages";

export type Problem = NonNullable<
  LoyaltyDeadLettersQuery["loyaltyDeadLetters"]
>["edges"][number]["node"];

interface ProblemDialogProps {
  problem: Problem;
  onClose: () => void;
  onRetried: () => void;
}

/** One thing that was given up: what it was, what went wrong, and once more. */
export function ProblemDialog({ problem, onClose, onRetried }: ProblemDialogProps) {
  const intl = useIntl();
  const format = useFormat();
  const session = useSession();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const replay = useAction(LoyaltyDeadLetterReplayDocument, { success: text("retried") });
  const order = orderAddress(problem.subject);
  return (
    <Dialog
      title={text("details")}
      onClose={onClose}
      foot={
        <>
          {order && session.openHost && (
            <Button variant="secondary" onClick={() => session.openHost?.(order)}>
              {text("openOrder")}
            </Button>
          )}
          <Button variant="secondary" onClick={onClose}>
            {intl.formatMessage(kit.close)}
          </Button>
          <Button
            variant="primary"
            disabled={replay.busy}
            onClick={async () => {
              if ((await replay.run({ id: problem.id })).done) onRetried();
            }}
          >
            {text("retry")}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          { label: text("kind"), value: problem.kind },
          { label: text("subject"), value: problem.subject },
          { label: text("attempts"), value: format.number(problem.attempts) },
          { label: text("since"), value: format.moment(problem.createdAt) },
        ]}
      />
      <h3 className="small-title">{text("error")}</h3>
      <pre className="code">{problem.error || "–"}</pre>
      <h3 className="small-title">{text("payload")}</h3>
      <pre className="code">{JSON.stringify(problem.payload, null, 2)}</pre>
    </Dialog>
  );
}

/** The order's page in the Dashboard, where a subject is one: "order:<uuid>". */
function orderAddress(subject: string): string | undefined {
  const id = /^order:([0-9a-f-]{36})$/.exec(subject)?.[1];
  return id && `/orders/${encodeURIComponent(btoa(`Order:${id}`))}`;
}
