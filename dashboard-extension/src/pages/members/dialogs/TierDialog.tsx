import { useQuery } from "urql";

import { LoyaltyMemberSetTierDocument } from "@/graphql/member_set_tier";
import { LoyaltyTierChoicesDocument } from "@/graphql/tier_choices";
import { endOfDay } from "@/kit/days";
import { useAction } from "@/kit/action";
import { CheckField, DateField, SelectField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { FormDialog } from "@/kit/FormDialog";

import { useChanged } from "../fresh";
import { useText } from "../text";

/** Gives a tier by hand, in place of one that was given before. */
export function TierDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const text = useText();
  const changed = useChanged();
  const [answer] = useQuery({ query: LoyaltyTierChoicesDocument });
  const action = useAction(LoyaltyMemberSetTierDocument, {
    success: text("tierGiven"),
    silent: true,
  });
  const form = useForm(
    { tierId: "", until: "", exact: false, reason: "" },
    {
      refusals: action.errors,
      check: ({ tierId, reason }) => ({
        ...(tierId ? {} : { tierId: text("tierNeeded") }),
        ...(reason.trim() ? {} : { reason: text("reasonNeeded") }),
      }),
    },
  );
  const { tierId, until, exact, reason } = form.values;
  const submit = async () => {
    if (!form.check()) return;
    const outcome = await action.run({
      memberId,
      tierId,
      exact,
      reason,
      until: until ? endOfDay(until) : null,
    });
    if (!outcome.done) return;
    changed();
    onClose();
  };
  const tiers = answer.data?.loyaltyTiers ?? [];
  return (
    <FormDialog
      title={text("giveTier")}
      confirm={text("giveTier")}
      busy={action.busy}
      rest={form.rest}
      submit={submit}
      onClose={onClose}
    >
      <p>{text("giveTierWhat")}</p>
      <SelectField
        label={text("tier")}
        value={tierId}
        choices={tiers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => form.set("tierId", id)}
        error={form.errorOf("tierId")}
      />
      <DateField
        label={text("tierUntil")}
        value={until}
        onChange={(day) => form.set("until", day)}
        error={form.errorOf("until")}
        hint={text("tierUntilHint")}
      />
      <CheckField
        label={text("exactly")}
        hint={text("exactlyHint")}
        value={exact}
        onChange={(checked) => form.set("exact", checked)}
      />
      <TextField
        label={text("reason")}
        rows={3}
        value={reason}
        onChange={(said) => form.set("reason", said)}
        error={form.errorOf("reason")}
      />
    </FormDialog>
  );
}
