import "./form-dialog.css";

import { useId, type FormEvent, type ReactNode } from "react";

import { Answers } from "./Answers";
import type { Refusal } from "./action";
import { Dialog } from "./Dialog";
import { Refusals } from "./Refusals";

interface FormDialogProps {
  title: string;
  /** What the button says. */
  confirm: string;
  destructive?: boolean;
  busy: boolean;
  /** Refusals that are about no field, where the fields do not show them. */
  rest?: Refusal[];
  submit: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with fields: Enter sends it, and it stays open until it is done. */
export function FormDialog(props: FormDialogProps) {
  const { title, confirm, destructive, busy, rest = [], submit, onClose, children } = props;
  const form = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <Answers
          confirm={confirm}
          destructive={destructive}
          busy={busy}
          onBack={onClose}
          form={form}
        />
      }
    >
      <form id={form} className="dialog-form" onSubmit={send} noValidate>
        <Refusals of={rest} />
        {children}
      </form>
    </Dialog>
  );
}
