import { Link } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { Card, Facts } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Task } from "./use-task";

/** How many are where, and the ways to who they are. */
export function TaskAside({ task }: { task: Task }) {
  const text = useText(messages);
  const format = useFormat();
  const { may } = useViewer();
  const { counts } = task;
  return (
    <>
      <Card title={text("members")}>
        <Facts
          facts={[
            { label: text("RUNNING"), value: format.number(counts?.running ?? 0) },
            { label: text("DONE"), value: format.number(counts?.done ?? 0) },
            { label: text("LOST"), value: format.number(counts?.lost ?? 0) },
          ]}
        />
        {may("MANAGE_MEMBERS") && (
          <div className="aside-links">
            <Link className="quiet" to={`/engagement/tasks/${task.id}/members`}>
              {text("whoIsWhere")}
            </Link>
            {task.leaderboard && (
              <Link className="quiet" to={`/engagement/tasks/${task.id}/leaderboard`}>
                {text("leaderboard")}
              </Link>
            )}
          </div>
        )}
      </Card>
      <Card title={text("about")}>
        <Facts
          facts={[
            { label: text("slug"), value: task.slug },
            { label: text("from"), value: format.moment(task.startsAt) },
            { label: text("until"), value: format.moment(task.endsAt) },
          ]}
        />
      </Card>
    </>
  );
}
