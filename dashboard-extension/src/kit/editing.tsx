import { useCallback, useMemo, useRef, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useIntl, type MessageDescriptor } from "react-intl";

import type { LoyaltyConfigured } from "@/graphql/schema";
import { ConfigEditor, useConfigFaults, type Fault } from "@/kit/config/ConfigEditor";
import { useSession } from "@/session/context";

import type { Refusal } from "./action";
import { Callout, Card } from "./Card";
import { useForm, type Form } from "./form";
import messages from "./messages";

export type Problems<Values> = Partial<Record<keyof Values & string, MessageDescriptor>>;

/** A form with a document of the server's in it, under the name `config`. */
export interface Editing<Values extends { config: unknown }> {
  subject: LoyaltyConfigured;
  form: Form<Values>;
  faults: Fault[];
  disabled: boolean;
  /** Looks at everything and shows what is wrong; true where it can be sent. */
  ready: () => Promise<boolean>;
  /** It is saved as it stands: nothing is lost by leaving. */
  settle: () => void;
}

interface Options<Values> {
  subject: LoyaltyConfigured;
  initial: Values;
  refusals: Refusal[];
  disabled?: boolean;
  check: (values: Values) => Problems<Values>;
}

export function useEditing<Values extends { config: unknown }>(
  options: Options<Values>,
): Editing<Values> {
  const { subject, initial, refusals, disabled = false } = options;
  const intl = useIntl();
  const session = useSession();
  const rules = useRef(options.check);
  rules.current = options.check;
  const check = useCallback(
    (values: Values) => {
      const found = Object.entries(rules.current(values)) as [
        keyof Values & string,
        MessageDescriptor,
      ][];
      return Object.fromEntries(
        found.map(([name, text]) => [name, intl.formatMessage(text)]),
      ) as Partial<Record<keyof Values & string, string>>;
    },
    [intl],
  );
  const form = useForm(initial, { check, refusals });
  const { faults, check: checkConfig } = useConfigFaults(subject, form.values.config);
  return useMemo(
    () => ({
      subject,
      form,
      faults,
      disabled,
      ready: async () => {
        const fields = form.check();
        const fine = (await checkConfig()) && fields;
        if (!fine) {
          session.notify("error", intl.formatMessage(messages.mendFirst));
          requestAnimationFrame(showFirstFault);
        }
        return fine;
      },
      // At once, so that the guard of the page lets the next step through.
      settle: () => flushSync(() => form.reset(form.values)),
    }),
    [subject, form, faults, disabled, checkConfig, session, intl],
  );
}

function showFirstFault(): void {
  document.querySelector('.page [aria-invalid="true"]')?.scrollIntoView({ block: "center" });
}

interface ConfigCardProps<Values extends { config: unknown }> {
  editing: Editing<Values>;
  title: string;
  intro?: ReactNode;
  /** The names of the document that stand in it. */
  only: string[];
  children?: ReactNode;
}

/** A card with a part of the document. */
export function ConfigCard<Values extends { config: unknown }>(props: ConfigCardProps<Values>) {
  const { editing, title, intro, only, children } = props;
  return (
    <Card title={title} intro={intro}>
      <ConfigEditor
        subject={editing.subject}
        value={editing.form.values.config}
        onChange={(config) => editing.form.set("config", config as Values["config"])}
        faults={editing.faults}
        only={only}
        disabled={editing.disabled}
        plain
        bare={only.length === 1}
      />
      {children}
    </Card>
  );
}

interface RefusedProps<Values extends { config: unknown }> {
  editing: Editing<Values>;
  /** A fault that no card shows, such as one of the document as a whole. */
  children?: ReactNode;
}

/** What was refused about the whole, above the cards. */
export function Refused<Values extends { config: unknown }>({
  editing,
  children,
}: RefusedProps<Values>) {
  const intl = useIntl();
  const { form, faults } = editing;
  const said = [...form.rest.map(({ message }) => message), form.errorOf("config")].filter(Boolean);
  const whole = faults.filter(({ place }) => place === "").map(({ text }) => text);
  const all = [...new Set([...said, ...whole])];
  if (all.length === 0) return null;
  return (
    <Callout mood="error" title={intl.formatMessage(messages.refused)}>
      {all.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {children}
    </Callout>
  );
}
