import type { ReactNode } from "react";
import { useIntl } from "react-intl";

import { LoyaltyLadderActivateDocument } from "@/graphql/ladder_activate";
import { LoyaltyLadderDeleteDraftDocument } from "@/graphql/ladder_delete_draft";
import { LoyaltyLadderUpdateDraftDocument } from "@/graphql/ladder_update_draft";
import { useAction, type Refusal } from "@/kit/action";
import { useConfigFaults } from "@/kit/config/ConfigEditor";
import { useConfirm } from "@/kit/Dialog";
import { useForm } from "@/kit/form";
import { useText } from "@/kit/use-text";
import { useSession } from "@/session/context";

import { tiersGone, type Ladder, type Version } from "./ladder";
import messages from "./messages";
import { movesOf } from "./trial";
import type { useTrial } from "./use-trial";

interface Options {
  ladder: Ladder;
  version: Version;
  trying: ReturnType<typeof useTrial>;
  changed: () => void;
  deleted: () => void;
}

/** Everything that can be done with a draft of the ladder. */
export function useDraft({ ladder, version, trying, changed, deleted }: Options) {
  const text = useText(messages);
  const intl = useIntl();
  const session = useSession();
  const { id, revision, number } = version;
  const update = useAction(LoyaltyLadderUpdateDraftDocument, {
    success: text("draftSaved"),
    silent: true,
  });
  const remove = useAction(LoyaltyLadderDeleteDraftDocument, { success: text("draftDeleted") });
  const activate = useAction(LoyaltyLadderActivateDocument, {
    success: text("activated", { number }),
  });
  const form = useForm({ config: version.config });
  const { faults, check } = useConfigFaults("LADDER", form.values.config);
  const confirm = useConfirm();

  const save = async () => {
    if (!(await check())) return session.notify("error", text("mendFirst"));
    const outcome = await update.run({ id, revision, config: form.values.config });
    if (!outcome.done) return lookAgain(outcome.errors);
    form.reset(form.values);
    changed();
  };
  /** There is no such draft any more: the page shows what became of it. */
  const lookAgain = (refusals: Refusal[]) => {
    if (!refusals.some(({ field }) => field === "id")) return;
    session.notify("error", refusals.map(({ message }) => message).join(" "));
    changed();
  };
  const askDelete = () =>
    confirm.ask({
      title: text("deleteTitle", { number }),
      text: text("deleteText"),
      confirm: text("deleteDraft"),
      destructive: true,
      act: async () => {
        const outcome = await remove.run({ id, revision });
        if (!outcome.done) return changed();
        form.reset();
        deleted();
      },
    });
  const askActivate = () =>
    confirm.ask({
      title: text("activateTitle", { number }),
      text: consequences(),
      confirm: text("activate"),
      act: async () => {
        await activate.run({ id, revision });
        // Refused as well: somebody else may have done something with it.
        changed();
      },
    });
  const consequences = (): ReactNode => {
    const before = ladder.inForce;
    const { trial, current } = trying;
    const moves = movesOf(trial?.counts ?? [], version.config, before?.config);
    const { up, down, stay } = moves;
    const gone = tiersGone(before?.config, version.config, intl.locale);
    return (
      <>
        <p>
          {before
            ? text("activateInstead", { number, before: before.number })
            : text("activateFirst", { number })}
        </p>
        {gone.length > 0 && <p>{text("activateGone", { tiers: intl.formatList(gone) })}</p>}
        <p>{current ? text("activateTried", { up, down, stay }) : text("activateUntried")}</p>
      </>
    );
  };
  return {
    form,
    faults,
    busy: update.busy || remove.busy || activate.busy,
    /** What the server refused beside the faults. */
    refused: form.dirty ? update.errors.map(({ message }) => message) : [],
    /** Somebody else has saved it meanwhile. */
    stale: update.errors.some(({ code }) => code === "CHANGED_MEANWHILE"),
    /** What is written here is given up for what is saved. */
    reload: () => {
      form.reset();
      changed();
    },
    save,
    askDelete,
    askActivate,
    dialog: confirm.dialog,
  };
}
