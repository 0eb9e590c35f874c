import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useQuery } from "urql";

import { LoyaltyTierChoicesDocument } from "@/graphql/tier_choices";
import { LoyaltyTierInvitationCreateDocument } from "@/graphql/tier_invitation_create";
import { useAction } from "@/kit/action";
import { Callout } from "@/kit/Card";
import { Dialog } from "@/kit/Dialog";
import { MomentField, NumberField, SelectField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { FormDialog } from "@/kit/FormDialog";
import { Loaded } from "@/kit/states";
import { useText } from "@/kit/use-text";

import { CopyCode } from "./CopyCode";
import messages from "./messages";
import { isCode } from "./state";

interface CreateDialogProps {
  again: () => void;
  onClose: () => void;
}

interface Values {
  tierId: string;
  code: string;
  months: number | null;
  uses: number | null;
  validUntil: string | null;
}

const START: Values = { tierId: "", code: "", months: 12, uses: null, validUntil: null };

/** Makes an invitation; then its code, to be copied and sent. */
export function CreateDialog({ again, onClose }: CreateDialogProps) {
  const text = useText(messages);
  const [made, setMade] = useState<string>();
  const create = useAction(LoyaltyTierInvitationCreateDocument, { silent: true });
  const form = useForm(START, {
    refusals: create.errors,
    check: ({ tierId, code, months, uses, validUntil }) => ({
      ...(tierId ? {} : { tierId: text("chooseTier") }),
      ...(isCode(code.trim()) ? {} : { code: text("codeWrong") }),
      ...(months === null || months > 0 ? {} : { months: text("atLeastOne") }),
      ...(uses === null || uses > 0 ? {} : { uses: text("atLeastOne") }),
      ...(validUntil && new Date(validUntil) <= new Date() ? { validUntil: text("past") } : {}),
    }),
  });
  const submit = async () => {
    if (!form.check()) return;
    const { code, ...rest } = form.values;
    const outcome = await create.run({ ...rest, code: code.trim() || null });
    if (!outcome.done) return;
    setMade(outcome.payload.invitation?.code);
    again();
  };
  if (made)
    return (
      <Dialog
        title={text("madeTitle")}
        onClose={onClose}
        foot={
          <Button variant="primary" onClick={onClose}>
            {text("done")}
          </Button>
        }
      >
        <p>{text("madeText")}</p>
        <CopyCode code={made} big />
      </Dialog>
    );
  return (
    <FormDialog
      title={text("create")}
      confirm={text("create")}
      busy={create.busy}
      rest={form.rest}
      submit={submit}
      onClose={onClose}
    >
      <TierField
        value={form.values.tierId}
        error={form.errorOf("tierId")}
        onChange={(tierId) => form.set("tierId", tierId)}
      />
      <NumberField
        label={text("monthsField")}
        hint={text("monthsHint")}
        value={form.values.months}
        error={form.errorOf("months")}
        onChange={(months) => form.set("months", months)}
      />
      <NumberField
        label={text("usesField")}
        hint={text("usesHint")}
        value={form.values.uses}
        error={form.errorOf("uses")}
        onChange={(uses) => form.set("uses", uses)}
      />
      <MomentField
        label={text("until")}
        hint={text("untilHint")}
        value={form.values.validUntil}
        error={form.errorOf("validUntil")}
        onChange={(validUntil) => form.set("validUntil", validUntil)}
      />
      <TextField
        label={text("code")}
        hint={text("codeHint")}
        value={form.values.code}
        error={form.errorOf("code")}
        onChange={(code) => form.set("code", code)}
      />
    </FormDialog>
  );
}

interface TierFieldProps {
  value: string;
  error: string | undefined;
  onChange: (tierId: string) => void;
}

function TierField({ value, error, onChange }: TierFieldProps) {
  const text = useText(messages);
  const [answer, again] = useQuery({ query: LoyaltyTierChoicesDocument, variables: {} });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyTiers: tiers }) =>
        tiers.length === 0 ? (
          <Callout mood="warning">
            <p>{text("noTiers")}</p>
          </Callout>
        ) : (
          <SelectField
            label={text("tier")}
            value={value}
            choices={tiers.map(({ id, name }) => ({ value: id, label: name }))}
            error={error}
            onChange={onChange}
            required
          />
        )
      }
    </Loaded>
  );
}
