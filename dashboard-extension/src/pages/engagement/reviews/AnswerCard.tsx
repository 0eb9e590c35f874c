import { Button, Text } from "@saleor/macaw-ui";

import { Card } from "@/kit/Card";
import { TextField } from "@/kit/fields";
import { useFormat } from "@/kit/format";
import { useForm } from "@/kit/form";
import { LeaveGuard } from "@/kit/leave";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Decisions, Review } from "./use-decisions";

/** The shop's answer, which stands under the review for everybody. */
export function AnswerCard({ review, decisions }: { review: Review; decisions: Decisions }) {
  const text = useText(messages);
  const format = useFormat();
  const form = useForm({ text: review.answer }, { refusals: decisions.answerRefusals });
  const said = form.values.text;
  const send = async () => {
    if (await decisions.answer(said)) form.reset({ text: said });
  };
  const takesAway = form.dirty && said.trim() === "";
  return (
    <Card title={text("answer")}>
      <TextField
        label={text("answerLabel")}
        hint={text("answerHint")}
        rows={3}
        value={said}
        onChange={(value) => form.set("text", value)}
        error={form.errorOf("text") ?? form.rest[0]?.message}
      />
      <div className="card-foot">
        {review.answeredAt && (
          <Text size={2} color="default2">
            {text("answeredAt", { date: format.moment(review.answeredAt) })}
          </Text>
        )}
        <Button
          variant={takesAway ? "error" : "secondary"}
          disabled={!form.dirty || decisions.busy}
          onClick={() => void send()}
        >
          {text(takesAway ? "removeAnswer" : "saveAnswer")}
        </Button>
      </div>
      <LeaveGuard dirty={form.dirty} />
    </Card>
  );
}
