import { useMemo } from "react";
import { useQuery } from "urql";

import { LoyaltyMembershipGiveDocument } from "@/graphql/membership_give";
import { LoyaltyPlanChoicesDocument } from "@/graphql/plan_choices";
import { useAction, type Refusal } from "@/kit/action";
import { Callout } from "@/kit/Card";
import { NumberField, SelectField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { FormDialog } from "@/kit/FormDialog";
import { useSourceKeys } from "@/kit/source-key";

import { useChanged } from "../fresh";
import { useText, useTextLanguage } from "../text";

type Length = "months" | "days" | "forLife";
const LENGTHS = ["months", "days", "forLife"] as const;

interface Values {
  planId: string;
  length: Length;
  number: number | null;
  reason: string;
}

function ofNumber(one: Refusal): Refusal {
  return one.field === "months" || one.field === "days" ? { ...one, field: "number" } : one;
}

/** Gives a paid plan for nothing, or prolongs it. */
export function MembershipDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const text = useText();
  const languageCode = useTextLanguage();
  const changed = useChanged();
  const keys = useSourceKeys();
  const [answer] = useQuery({ query: LoyaltyPlanChoicesDocument, variables: { languageCode } });
  const action = useAction(LoyaltyMembershipGiveDocument, {
    success: text("membershipGiven"),
    silent: true,
  });
  const refusals = useMemo(() => action.errors.map(ofNumber), [action.errors]);
  const form = useForm<Values>(
    { planId: "", length: "months", number: 1, reason: "" },
    {
      refusals,
      check: ({ planId, length, number, reason }) => ({
        ...(planId ? {} : { planId: text("planNeeded") }),
        ...(length !== "forLife" && (number ?? 0) < 1 ? { number: text("atLeastOne") } : {}),
        ...(reason.trim() ? {} : { reason: text("reasonNeeded") }),
      }),
    },
  );
  const { planId, length, number, reason } = form.values;
  const submit = async () => {
    if (!form.check()) return;
    const long = length === "forLife" ? { forLife: true } : { [length]: number };
    const wish = { memberId, planId, reason, ...long };
    const outcome = await action.run({ ...wish, sourceKey: keys.of(wish) });
    if (!outcome.done) return;
    changed();
    onClose();
  };
  const plans = answer.data?.loyaltyPlans;
  return (
    <FormDialog
      title={text("giveMembership")}
      confirm={text("giveMembership")}
      busy={action.busy}
      rest={form.rest}
      submit={submit}
      onClose={onClose}
    >
      {plans?.length === 0 && (
        <Callout>
          <p>{text("noPlans")}</p>
        </Callout>
      )}
      <SelectField
        label={text("plan")}
        value={planId}
        choices={(plans ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => form.set("planId", id)}
        error={form.errorOf("planId")}
      />
      <div className="fields-row">
        <SelectField
          label={text("howLong")}
          value={length}
          choices={LENGTHS.map((value) => ({
            value,
            label: text(value === "days" ? "days2" : value),
          }))}
          onChange={(value) => form.set("length", value as Length)}
        />
        {length !== "forLife" && (
          <NumberField
            label={text(length === "days" ? "days2" : length)}
            value={number}
            onChange={(value) => form.set("number", value)}
            error={form.errorOf("number")}
          />
        )}
      </div>
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
