import { LoyaltyTaskUpdateDocument } from "@/graphql/task_update";
import { useNavigate } from "react-router-dom";
import { useText } from "@/kit/use-text";

import { useAction } from "@/kit/action";
import { Callout } from "@/kit/Card";
import { ConfigEditor, useConfigFaults } from "@/kit/config/ConfigEditor";
import { useForm } from "@/kit/form";
import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";

import { LifeButtons } from "./LifeButtons";
import { StatePill } from "./marks";
import messages from "./messages";
import { Place, type TaskValues } from "./Place";
import { TaskAside } from "./TaskAside";
import { useBack, type Task } from "./use-task";

// What was promised stays; of a task that is shown only these are changed.
const FREE = ["name", "description", "gate", "leaderboard"];

interface TaskFormProps {
  task: Task;
  onChanged: () => void;
}

export function TaskForm({ task, onChanged }: TaskFormProps) {
  const text = useText(messages);
  const back = useBack();
  const navigate = useNavigate();
  const update = useAction(LoyaltyTaskUpdateDocument, { success: text("saved"), silent: true });
  const form = useForm<TaskValues>(
    {
      slug: task.slug,
      config: task.config as TaskValues["config"],
      position: task.position,
      startsAt: task.startsAt,
      endsAt: task.endsAt,
    },
    { refusals: update.errors },
  );
  const { config, position, startsAt, endsAt } = form.values;
  const { faults, check } = useConfigFaults("TASK", config);
  const draft = task.state === "DRAFT";
  const ended = task.state === "ENDED";
  const save = async () => {
    if (!(await check())) return;
    const outcome = await update.run({
      id: task.id,
      config,
      position: position ?? 0,
      startsAt,
      endsAt,
    });
    if (!outcome.done) return;
    form.reset(form.values);
    onChanged();
  };
  const refused = [...form.rest, ...update.errors.filter(({ field }) => field === "config")];
  const shared = {
    subject: "TASK" as const,
    value: config,
    onChange: (next: unknown) => form.set("config", next as TaskValues["config"]),
    faults,
  };
  return (
    <DetailPage
      title={task.name || task.slug}
      back={back}
      beside={<StatePill state={task.state} />}
      actions={<LifeButtons task={task} dirty={form.dirty} onDone={onChanged} />}
      aside={<TaskAside task={task} />}
      foot={
        ended ? undefined : (
          <SaveBar
            dirty={form.dirty}
            saving={update.busy}
            onSave={() => void save()}
            onBack={() => (form.dirty ? form.reset() : navigate(back.to))}
          />
        )
      }
    >
      {refused.length > 0 && (
        <Callout mood="error" title={text("notSaved")}>
          {refused.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Callout>
      )}
      {!draft && (
        <Callout title={text(ended ? "endedNote" : "promised")}>
          {!ended && <p>{text("promisedText")}</p>}
        </Callout>
      )}
      {draft ? (
        <ConfigEditor {...shared} />
      ) : (
        <>
          <ConfigEditor {...shared} only={FREE} disabled={ended} />
          <ConfigEditor {...shared} without={FREE} disabled />
        </>
      )}
      <Place form={form} begun={!draft} disabled={ended} />
      <LeaveGuard dirty={form.dirty && !update.busy} />
    </DetailPage>
  );
}
