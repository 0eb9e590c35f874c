import { Button } from "@saleor/macaw-ui";
import type { FormEvent, ReactNode } from "react";

import { Callout } from "@/kit/Card";
import { Dialog } from "@/kit/Dialog";
import type { Refusal } from "@/kit/action";

import { useText } from "../text";

interface FormDialogProps {
  title: string;
  /** What the button says. */
  confirm: string;
  destructive?: boolean;
  busy: boolean;
  /** Refusals that are about no field. */
  rest?: Refusal[];
  submit: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

const FORM = "member-dialog";

/** A dialog with fields: Enter sends it, and it stays open until it is done. */
export function FormDialog(props: FormDialogProps) {
  const text = useText();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void props.submit();
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      foot={
        <>
          <Button variant="secondary" onClick={props.onClose} disabled={props.busy}>
            {text("back")}
          </Button>
          <Button
            type="submit"
            form={FORM}
            variant={props.destructive ? "error" : "primary"}
            disabled={props.busy}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <form id={FORM} className="stack" onSubmit={send} noValidate>
        {props.rest?.map(({ message }) => (
          <Callout key={message} mood="error">
            <p>{message}</p>
          </Callout>
        ))}
        {props.children}
      </form>
    </Dialog>
  );
}
