import type { TypedDocumentNode } from "urql";

import { useAction } from "@/kit/action";
import { TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { FormDialog } from "@/kit/FormDialog";

import { useChanged } from "../fresh";
import { useText } from "../text";

interface ReasonDialogProps<Data> {
  title: string;
  /** What will happen. */
  what: string;
  confirm: string;
  success: string;
  document: TypedDocumentNode<Data, { id: string; reason: string }>;
  id: string;
  onClose: () => void;
}

/** Takes something back, after a reason was written down. */
export function ReasonDialog<Data>(props: ReasonDialogProps<Data>) {
  const text = useText();
  const changed = useChanged();
  const action = useAction(props.document, { success: props.success, silent: true });
  const form = useForm(
    { reason: "" },
    {
      refusals: action.errors,
      check: ({ reason }) => (reason.trim() ? {} : { reason: text("reasonNeeded") }),
    },
  );
  const submit = async () => {
    if (!form.check()) return;
    const outcome = await action.run({ id: props.id, reason: form.values.reason });
    if (!outcome.done) return;
    changed();
    props.onClose();
  };
  return (
    <FormDialog
      title={props.title}
      confirm={props.confirm}
      destructive
      busy={action.busy}
      rest={form.rest}
      submit={submit}
      onClose={props.onClose}
    >
      <p>{props.what}</p>
      <TextField
        label={text("reason")}
        rows={3}
        value={form.values.reason}
        onChange={(reason) => form.set("reason", reason)}
        error={form.errorOf("reason")}
      />
    </FormDialog>
  );
}
