import "../engagement.css";

import { useParams } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { DetailPage } from "@/kit/Page";
import { Empty, Failed, Loading, NoAccess } from "@/kit/states";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import { TaskForm } from "./TaskForm";
import { useBack, useTask } from "./use-task";

export function Component() {
  const { id = "" } = useParams();
  const text = useText(messages);
  const back = useBack();
  const { may } = useViewer();
  const { answer, again, task } = useTask(id);
  if (task) return <TaskForm key={task.id} task={task} onChanged={again} />;
  return (
    <DetailPage title={text("task")} back={back}>
      {!may("MANAGE_PROGRAMMES") ? (
        <NoAccess />
      ) : answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : answer.fetching ? (
        <Loading />
      ) : (
        <Empty>{text("gone")}</Empty>
      )}
    </DetailPage>
  );
}
