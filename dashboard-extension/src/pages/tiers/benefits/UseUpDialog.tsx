import { DynamicCombobox } from "@saleor/macaw-ui";
import { useState } from "react";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { BenefitUseUpDocument } from "@/graphql/benefit_use_up";
import { QuotasDocument } from "@/graphql/quotas";
import { useAction } from "@/kit/action";
import { Callout } from "@/kit/Card";
import { NumberField, SelectField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { FormDialog } from "@/kit/FormDialog";
import { useSourceKeys } from "@/kit/source-key";
import { useText } from "@/kit/use-text";
import { useMembers } from "@/kit/picking/MemberFilter";
import { useTyped } from "@/kit/picking/PickFilter";
import { OrderField } from "@/kit/programme/OrderField";

import messages from "./messages";
import { keyOf, quantityFault } from "./use-up";

interface UseUpDialogProps {
  /** Whose it is, where the list shows one member. */
  memberId: string | undefined;
  again: () => void;
  onClose: () => void;
}

/** Writes down that a member has used a benefit. */
export function UseUpDialog({ memberId = "", again, onClose }: UseUpDialogProps) {
  const text = useText(messages);
  const { may } = useViewer();
  const keys = useSourceKeys();
  const use = useAction(BenefitUseUpDocument, { success: text("used"), silent: true });
  const [member, setMember] = useState(memberId);
  const [asked] = useQuery({
    query: QuotasDocument,
    variables: { memberId: member },
    pause: member === "",
    requestPolicy: "cache-and-network",
  });
  const quotas = member === "" ? undefined : asked.data?.loyaltyQuotas;
  const form = useForm(
    { memberId, slug: "", quantity: 1 as number | null, orderId: "", note: "" },
    {
      refusals: use.errors,
      check: ({ slug, quantity }) => {
        const chosen = quotas?.find((quota) => keyOf(quota) === slug);
        const fault = quantityFault(quantity, chosen);
        return {
          ...(member ? {} : { memberId: text("chooseMember") }),
          ...(chosen ? {} : { slug: text("chooseBenefit") }),
          ...(fault?.kind === "atLeastOne" ? { quantity: text("atLeastOne") } : {}),
          ...(fault?.kind === "notSoMany"
            ? { quantity: text("notSoMany", { left: fault.left }) }
            : {}),
        };
      },
    },
  );
  const { slug, quantity, orderId, note } = form.values;
  const submit = async () => {
    if (!form.check()) return;
    const chosen = quotas?.find((quota) => keyOf(quota) === slug);
    if (!chosen) return;
    const wish = {
      memberId: member,
      kind: chosen.kind,
      slug: chosen.slug,
      quantity,
      orderId: orderId || null,
      note: note.trim() || null,
    };
    const outcome = await use.run({ ...wish, sourceKey: keys.of(wish) });
    if (!outcome.done) return;
    keys.done();
    again();
    onClose();
  };
  return (
    <FormDialog
      title={text("useUp")}
      confirm={text("useUp")}
      busy={use.busy}
      rest={form.rest}
      submit={submit}
      onClose={onClose}
    >
      <p>{text("useUpText")}</p>
      <MemberField
        value={member}
        error={form.errorOf("memberId")}
        onChange={(chosen) => {
          setMember(chosen);
          form.merge({ memberId: chosen, slug: "" });
        }}
      />
      {quotas?.length === 0 && (
        <Callout mood="warning">
          <p>{text("noQuotas")}</p>
        </Callout>
      )}
      {quotas && quotas.length > 0 && (
        <SelectField
          label={text("benefit")}
          value={slug}
          error={form.errorOf("slug")}
          choices={quotas.map((quota) => ({
            value: keyOf(quota),
            label:
              quota.left === null || quota.allowed === null
                ? text("leftAny", { name: quota.name })
                : text("left", { name: quota.name, left: quota.left, allowed: quota.allowed }),
          }))}
          onChange={(value) => form.set("slug", value)}
          required
        />
      )}
      <NumberField
        label={text("quantity")}
        value={quantity}
        error={form.errorOf("quantity")}
        onChange={(value) => form.set("quantity", value)}
        required
      />
      {may("MANAGE_PROGRAMMES") && (
        <OrderField value={orderId} onChange={(value) => form.set("orderId", value)} />
      )}
      <TextField
        label={text("note")}
        hint={text("noteHint")}
        rows={2}
        value={note}
        error={form.errorOf("note")}
        onChange={(value) => form.set("note", value)}
      />
    </FormDialog>
  );
}

interface MemberFieldProps {
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}

function MemberField({ value, error, onChange }: MemberFieldProps) {
  const text = useText(messages);
  const { wanted, begin, type } = useTyped();
  const found = useMembers(wanted, value || undefined);
  return (
    <DynamicCombobox
      label={text("member")}
      value={value ? { value, label: found.name ?? value } : null}
      options={found.options}
      loading={found.loading}
      error={Boolean(error)}
      helperText={error ?? text("findMember")}
      onFocus={begin}
      onInputValueChange={type}
      onChange={(option) => onChange(option?.value ?? "")}
      locale={{ loadingText: text("searching") }}
    />
  );
}
