import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";

import { LoyaltyEngagementSaveDocument } from "@/graphql/engagement_save";
import type { LoyaltyEngagementSubject } from "@/graphql/schema";
import { useAction } from "@/kit/action";
import { Callout, Card, Pill } from "@/kit/Card";
import { useConfigFaults, type Fault } from "@/kit/config/ConfigEditor";
import { useConfirm } from "@/kit/Dialog";
import { CheckField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";

import messages from "./messages";
import type { SettingsTexts } from "./SettingsPage";
import { standingOf, type Version } from "./standing";
import { VERSIONS } from "./use-engagement";
import { Versions } from "./Versions";

export type Config = Record<string, unknown>;

/** What an editor of a document is given. */
export interface Editing {
  config: Config;
  onChange: (config: unknown) => void;
  faults: Fault[];
}

interface SettingsFormProps {
  subject: LoyaltyEngagementSubject;
  texts: SettingsTexts;
  back?: { to: string; label: string; icon: ReactNode };
  versions: Version[];
  starter: Config;
  onSaved: () => void;
  children: (editing: Editing) => ReactNode;
}

export function SettingsForm(props: SettingsFormProps) {
  const { subject, texts, back, versions, starter, onSaved, children } = props;
  const intl = useIntl();
  const navigate = useNavigate();
  const newest = versions[0];
  const standing = standingOf(versions, VERSIONS);
  const success = intl.formatMessage(messages.saved);
  const save = useAction(LoyaltyEngagementSaveDocument, { success, silent: true });
  const form = useForm(
    { enabled: newest?.enabled ?? false, config: (newest?.config ?? starter) as Config },
    { refusals: save.errors },
  );
  const { enabled, config } = form.values;
  const { faults, check } = useConfigFaults(subject, config);
  const { ask, dialog } = useConfirm();
  const dirty = form.dirty || newest === undefined;

  const send = async () => {
    const outcome = await save.run({ subject, enabled, config });
    if (!outcome.done) return;
    const saved = outcome.payload.engagement?.newest;
    form.reset(saved ? { enabled: saved.enabled, config: saved.config as Config } : undefined);
    onSaved();
  };
  const begin = async () => {
    if (!(await check())) return;
    if (enabled === standing.enabled) return void send();
    const on = enabled ? messages.switchOn : messages.switchOff;
    ask({
      title: intl.formatMessage(on, { what: texts.title }),
      text: enabled ? texts.switchOn : texts.switchOff,
      confirm: intl.formatMessage(enabled ? messages.on : messages.off),
      destructive: !enabled,
      act: send,
    });
  };

  return (
    <DetailPage
      title={texts.title}
      back={back}
      beside={
        <Pill mood={standing.enabled ? "success" : "neutral"}>
          {intl.formatMessage(standing.enabled ? messages.isOn : messages.isOff)}
        </Pill>
      }
      aside={
        <Versions
          subject={subject}
          versions={versions}
          standing={standing}
          onTake={(version) => form.merge({ config: version.config as Config })}
        />
      }
      foot={
        <SaveBar
          dirty={dirty}
          saving={save.busy}
          onSave={() => void begin()}
          onBack={() => (form.dirty || !back ? form.reset() : navigate(back.to))}
        />
      }
    >
      {form.rest.length + (form.errorOf("config") ? 1 : 0) > 0 && (
        <Callout mood="error" title={intl.formatMessage(messages.refused)}>
          {save.errors.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Callout>
      )}
      <Card title={intl.formatMessage(messages.offer)}>
        <CheckField
          label={texts.enabled}
          hint={texts.enabledHint}
          value={enabled}
          onChange={(value) => form.set("enabled", value)}
        />
      </Card>
      {children({ config, onChange: (value) => form.set("config", value as Config), faults })}
      <LeaveGuard dirty={form.dirty && !save.busy} />
      {dialog}
    </DetailPage>
  );
}
