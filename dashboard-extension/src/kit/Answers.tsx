import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import messages from "./messages";

interface AnswersProps {
  /** What the button says that does it. */
  confirm: string;
  destructive?: boolean;
  busy: boolean;
  onBack: () => void;
  /** What it does; or the form that it sends. */
  onConfirm?: () => void;
  form?: string;
}

/** The foot of a dialog that asks: away from it, or on. */
export function Answers({ confirm, destructive, busy, onBack, onConfirm, form }: AnswersProps) {
  return (
    <>
      <Button variant="secondary" onClick={onBack} disabled={busy}>
        {useIntl().formatMessage(messages.back)}
      </Button>
      <Button
        type={form === undefined ? undefined : "submit"}
        form={form}
        variant={destructive ? "error" : "primary"}
        onClick={onConfirm}
        disabled={busy}
      >
        {confirm}
      </Button>
    </>
  );
}
