import { useState, type ReactNode } from "react";
import { useIntl } from "react-intl";

import { LoyaltyProgrammeDeleteDraftDocument } from "@/graphql/programme_delete_draft";
import { LoyaltyProgrammeUpdateDraftDocument } from "@/graphql/programme_update_draft";
import { useAction } from "@/kit/action";
import { useConfigFaults, type Fault } from "@/kit/config/ConfigEditor";
import { useConfirm } from "@/kit/Dialog";
import { useForm } from "@/kit/form";

import { ActivateDialog } from "./ActivateDialog";
import messages from "./messages";
import type { Tried } from "./TryOrder";
import type { Version } from "./versions";

export interface DraftForm {
  config: unknown;
  setConfig: (config: unknown) => void;
  faults: Fault[];
  /** As it would earn: what is saved, or what is written. */
  tried: Tried;
  dirty: boolean;
  busy: boolean;
  /** What the server refused beside the faults. */
  refused: string[];
  save: () => Promise<void>;
  undo: () => void;
  askDelete: () => void;
  askActivate: () => void;
  dialogs: ReactNode;
}

/** What can be done with a draft of a programme, whichever part of it a page shows. */
export function useDraft(version: Version, changed: () => void, deleted: () => void): DraftForm {
  const intl = useIntl();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const update = useAction(LoyaltyProgrammeUpdateDraftDocument, {
    success: text("draftSaved"),
    silent: true,
  });
  const remove = useAction(LoyaltyProgrammeDeleteDraftDocument, { success: text("draftDeleted") });
  const form = useForm({ config: version.config });
  const { faults, check } = useConfigFaults("PROGRAMME", form.values.config);
  const confirm = useConfirm();
  const [activating, setActivating] = useState(false);
  const { id, revision, number } = version;

  const save = async () => {
    if (!(await check())) return;
    const outcome = await update.run({ id, revision, config: form.values.config });
    if (!outcome.done) return;
    form.reset(form.values);
    changed();
  };
  const askDelete = () =>
    confirm.ask({
      title: intl.formatMessage(messages.deleteDraftTitle, { number }),
      text: text("deleteDraftText"),
      confirm: text("deleteDraft"),
      destructive: true,
      act: async () => {
        const outcome = await remove.run({ id, revision });
        if (!outcome.done) return;
        form.reset();
        deleted();
      },
    });
  return {
    config: form.values.config,
    setConfig: (config) => form.set("config", config),
    faults,
    tried: form.dirty ? { config: form.values.config } : { versionId: id },
    dirty: form.dirty,
    busy: update.busy || remove.busy,
    refused: update.errors.map(({ message }) => message),
    save,
    undo: () => form.reset(),
    askDelete,
    askActivate: () => setActivating(true),
    dialogs: (
      <>
        {confirm.dialog}
        {activating && (
          <ActivateDialog
            version={version}
            onClose={() => setActivating(false)}
            onDone={() => {
              setActivating(false);
              changed();
            }}
          />
        )}
      </>
    ),
  };
}
