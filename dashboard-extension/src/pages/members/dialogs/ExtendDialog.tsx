import { LoyaltyPointsExtendDocument } from "@/graphql/points_extend";
import { endOfDay } from "@/kit/days";
import { useAction } from "@/kit/action";
import { CheckField, DateField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { FormDialog } from "@/kit/FormDialog";
import { useSourceKeys } from "@/kit/source-key";

import { useChanged } from "../fresh";
import { useText } from "../text";

interface ExtendDialogProps {
  memberId: string;
  /** Of one credit alone; otherwise of all that would expire. */
  lot?: { entryId: string; text: string; remaining: number };
  onClose: () => void;
}

/** Lets points expire later, or never. */
export function ExtendDialog({ memberId, lot, onClose }: ExtendDialogProps) {
  const text = useText();
  const changed = useChanged();
  const keys = useSourceKeys();
  const action = useAction(LoyaltyPointsExtendDocument, {
    success: text("extended"),
    silent: true,
  });
  const form = useForm(
    { until: "", forGood: false, expiringBefore: "", reason: "" },
    {
      refusals: action.errors,
      check: ({ until, forGood, reason }) => ({
        ...(until || forGood ? {} : { until: text("dayNeeded") }),
        ...(reason.trim() ? {} : { reason: text("reasonNeeded") }),
      }),
    },
  );
  const { until, forGood, expiringBefore, reason } = form.values;
  const submit = async () => {
    if (!form.check()) return;
    const wish = {
      memberId,
      reason,
      ...(forGood ? { forGood } : { until: endOfDay(until) }),
      ...(lot ? { entryId: lot.entryId } : {}),
      ...(!lot && expiringBefore ? { expiringBefore: endOfDay(expiringBefore) } : {}),
    };
    const outcome = await action.run({ ...wish, sourceKey: keys.of(wish) });
    if (!outcome.done) return;
    changed();
    onClose();
  };
  return (
    <FormDialog
      title={text("extend")}
      confirm={text("extend")}
      busy={action.busy}
      rest={form.rest}
      submit={submit}
      onClose={onClose}
    >
      <p>
        {lot ? text("extendLot", { points: lot.remaining, what: lot.text }) : text("extendAll")}
      </p>
      {!lot && (
        <DateField
          label={text("expiringBefore")}
          value={expiringBefore}
          onChange={(day) => form.set("expiringBefore", day)}
          error={form.errorOf("expiringBefore")}
          hint={text("expiringBeforeHint")}
        />
      )}
      <DateField
        label={text("usableUntil")}
        value={forGood ? "" : until}
        onChange={(day) => form.set("until", day)}
        error={form.errorOf("until")}
        hint={text("neverSooner")}
        disabled={forGood}
      />
      <CheckField
        label={text("forGood")}
        value={forGood}
        onChange={(checked) => form.set("forGood", checked)}
      />
      <TextField
        label={text("reason")}
        rows={3}
        value={reason}
        onChange={(said) => form.set("reason", said)}
        error={form.errorOf("reason")}
        hint={text("reasonHint")}
      />
    </FormDialog>
  );
}
