import { Text } from "@saleor/macaw-ui";

import { useActors } from "@/kit/actors";
import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Review } from "./use-decisions";

const NAMES: Record<string, keyof typeof messages> = {
  written: "stepWritten",
  edited: "stepEdited",
  approved: "stepApproved",
  refused: "stepRefused",
  answered: "stepAnswered",
  reopened: "stepReopened",
  withdrawn: "stepWithdrawn",
  points_taken_back: "stepPointsTakenBack",
};
const BY_MEMBER = new Set(["written", "edited", "withdrawn"]);

/** What was done about the review, the newest first. */
export function Steps({ steps }: { steps: NonNullable<Review["steps"]> }) {
  const text = useText(messages);
  const format = useFormat();
  const nameOf = useActors(steps.map(({ actor }) => actor));
  const who = (kind: string, actor: string) =>
    actor ? nameOf(actor) : text(BY_MEMBER.has(kind) ? "theMember" : "theRules");
  return (
    <Card title={text("history")}>
      <ol className="steps">
        {[...steps].reverse().map((step) => (
          <li key={`${step.kind}.${step.at}`}>
            <Text size={3} as="p">
              {text(NAMES[step.kind] ?? "other")}
              {step.note && step.kind === "refused" ? `: ${step.note}` : ""}
            </Text>
            <Text size={2} color="default2" as="p">
              {format.moment(step.at)} · {who(step.kind, step.actor)}
            </Text>
          </li>
        ))}
      </ol>
    </Card>
  );
}
