import "./form-dialog.css";

import { Button } from "@saleor/macaw-ui";
import { useId, type FormEvent, type ReactNode } from "react";
import { useIntl } from "react-intl";

import type { Refusal } from "./action";
import { Callout } from "./Card";
import { Dialog } from "./Dialog";
import messages from "./messages";

interface FormDialogProps {
  title: string;
  /** What the button says. */
  confirm: string;
  destructive?: boolean;
  busy: boolean;
  /** Refusals that are about no field. */
  rest: Refusal[];
  submit: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with fields: Enter sends it, and it stays open until it is done. */
export function FormDialog(props: FormDialogProps) {
  const { title, confirm, destructive, busy, rest, submit, onClose, children } = props;
  const intl = useIntl();
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
        <>
          <Button variant="secondary" onClick={onClose} disabled={busy}>
            {intl.formatMessage(messages.back)}
          </Button>
          <Button
            type="submit"
            form={form}
            variant={destructive ? "error" : "primary"}
            disabled={busy}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} className="dialog-form" onSubmit={send} noValidate>
        {rest.map(({ message }) => (
          <Callout key={message} mood="error">
            <p>{message}</p>
          </Callout>
        ))}
        {children}
      </form>
    </Dialog>
  );
}
