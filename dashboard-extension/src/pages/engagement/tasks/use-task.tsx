import { ListChecks } from "lucide-react";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyTaskDocument, type LoyaltyTaskQuery } from "@/graphql/task";
import { useText } from "@/kit/use-text";

import messages from "./messages";

export type Task = NonNullable<LoyaltyTaskQuery["loyaltyTask"]>;

export function useTask(id: string) {
  const { may } = useViewer();
  const [answer, again] = useQuery({
    query: LoyaltyTaskDocument,
    variables: { id },
    pause: !may("MANAGE_PROGRAMMES"),
  });
  return { answer, again, task: answer.data?.loyaltyTask };
}

/** Back to the list of tasks; from the lists of one task, to that task. */
export function useBack(id?: string) {
  const text = useText(messages);
  const icon = <ListChecks size={20} strokeWidth={1.5} />;
  return id === undefined
    ? { to: "/engagement/tasks", label: text("all"), icon }
    : { to: `/engagement/tasks/${id}`, label: text("task"), icon };
}
