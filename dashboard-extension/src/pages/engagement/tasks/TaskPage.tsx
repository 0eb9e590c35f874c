import "../engagement.css";

import { useParams } from "react-router-dom";

import { OnePage } from "@/kit/OnePage";

import { TaskForm } from "./TaskForm";
import { useBack, useTask } from "./use-task";

export function Component() {
  const { id = "" } = useParams();
  const back = useBack();
  const { answer, again, task } = useTask(id);
  return (
    <OnePage permission="MANAGE_PROGRAMMES" back={back} answer={answer} retry={again} one={task}>
      {(found) => <TaskForm key={found.id} task={found} onChanged={again} />}
    </OnePage>
  );
}
