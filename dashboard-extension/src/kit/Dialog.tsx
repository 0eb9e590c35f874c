import { Button } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useIntl } from "react-intl";

import { Answers } from "./Answers";
import messages from "./messages";
import { useModal } from "./modal";

interface DialogProps {
  title: string;
  size?: "small" | "medium" | "large";
  onClose: () => void;
  children?: ReactNode;
  foot?: ReactNode;
}

/** A dialog above the page: mounted, it is open. */
export function Dialog({ title, size = "medium", onClose, children, foot }: DialogProps) {
  const intl = useIntl();
  const { box, onKeyDown } = useModal(onClose);
  const name = useId();
  return createPortal(
    <div className="dialog" onKeyDown={onKeyDown}>
      <div
        ref={box}
        className={`dialog-box ${size}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={name}
        tabIndex={-1}
      >
        <div className="dialog-head">
          <h2 id={name}>{title}</h2>
          <Button
            variant="tertiary"
            size="small"
            icon={<X size={16} />}
            aria-label={intl.formatMessage(messages.close)}
            onClick={onClose}
          />
        </div>
        {children && <div className="dialog-body">{children}</div>}
        {foot && <div className="dialog-foot">{foot}</div>}
      </div>
    </div>,
    document.body,
  );
}

export interface Question {
  title: string;
  /** What will happen, and what cannot be undone. */
  text: ReactNode;
  confirm: string;
  destructive?: boolean;
  /** Keeps the dialog open, with its button busy, until it is done. */
  act: () => void | Promise<unknown>;
}

/** Asks before something is done. `ask(question)` opens it; `dialog` belongs into the page. */
export function useConfirm(): { ask: (question: Question) => void; dialog: ReactNode } {
  const [question, setQuestion] = useState<Question>();
  const [busy, setBusy] = useState(false);
  const close = () => setQuestion(undefined);
  const act = async () => {
    setBusy(true);
    try {
      await question?.act();
    } finally {
      setBusy(false);
      close();
    }
  };
  const dialog = question && (
    <Dialog
      title={question.title}
      size="small"
      onClose={close}
      foot={
        <Answers
          confirm={question.confirm}
          destructive={question.destructive}
          busy={busy}
          onBack={close}
          onConfirm={() => void act()}
        />
      }
    >
      {typeof question.text === "string" ? <p>{question.text}</p> : question.text}
    </Dialog>
  );
  return { ask: setQuestion, dialog };
}
