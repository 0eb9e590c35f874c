import { useState, type ReactNode } from "react";
import { useIntl } from "react-intl";

import { Answers } from "./Answers";
import type { Refusal } from "./action";
import { Dialog } from "./Dialog";
import { TextField } from "./fields";
import messages from "./messages";
import { Refusals } from "./Refusals";

export interface AskField {
  /** The argument it becomes. */
  name: string;
  label: string;
  hint?: string;
  rows?: number;
  required?: boolean;
}

/** Why somebody does it, which is kept. */
export const reasonField = (label: string, hint: string): AskField => ({
  name: "reason",
  label,
  hint,
  rows: 3,
  required: true,
});

export interface Asked {
  title: string;
  /** What will happen. */
  text: ReactNode;
  fields: AskField[];
  confirm: string;
  destructive?: boolean;
  /** The refusals, or none where it is done. */
  act: (values: Record<string, string>) => Promise<Refusal[]>;
}

/** Says what a step does, asks what it needs, and stays open where it was refused. */
export function AskDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const intl = useIntl();
  const [values, setValues] = useState<Record<string, string>>({});
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const lacks = (field: AskField) => Boolean(field.required && !values[field.name]?.trim());
  const names = asked.fields.map(({ name }) => name);
  const errorOf = (field: AskField) =>
    tried && lacks(field)
      ? intl.formatMessage(messages.required)
      : refusals.find((one) => one.field === field.name)?.message;

  const confirm = async () => {
    setTried(true);
    if (asked.fields.some(lacks)) return;
    setBusy(true);
    const said = await asked.act(values);
    setBusy(false);
    setRefusals(said);
    if (said.length === 0) onClose();
  };
  const rest = refusals.filter(({ field }) => field === null || !names.includes(field));
  return (
    <Dialog
      title={asked.title}
      onClose={onClose}
      foot={
        <Answers
          confirm={asked.confirm}
          destructive={asked.destructive}
          busy={busy}
          onBack={onClose}
          onConfirm={() => void confirm()}
        />
      }
    >
      {typeof asked.text === "string" ? <p>{asked.text}</p> : asked.text}
      <Refusals of={rest} />
      {asked.fields.map((field) => (
        <TextField
          key={field.name}
          label={field.label}
          hint={field.hint}
          rows={field.rows}
          required={field.required}
          value={values[field.name] ?? ""}
          error={errorOf(field)}
          onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
        />
      ))}
    </Dialog>
  );
}

/** `ask(step)` opens it; `dialog` belongs into the page. */
export function useAsk(): { ask: (asked: Asked) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked>();
  const dialog = asked && <AskDialog asked={asked} onClose={() => setAsked(undefined)} />;
  return { ask: setAsked, dialog };
}
