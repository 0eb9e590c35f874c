import { useIntl } from "react-intl";

import { useViewer } from "@/app/viewer";
import { LoyaltyMemberUpdateDocument } from "@/graphql/member_update";
import { useAction } from "@/kit/action";
import { DateField, SelectField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { FormDialog } from "@/kit/FormDialog";

import { useChanged } from "../fresh";
import type { Head } from "../state";
import { useText } from "../text";

/** Corrects what a member told of themselves. */
export function DetailsDialog({ member, onClose }: { member: Head; onClose: () => void }) {
  const text = useText();
  const intl = useIntl();
  const changed = useChanged();
  const { shop } = useViewer();
  const action = useAction(LoyaltyMemberUpdateDocument, {
    success: text("detailsSaved"),
    silent: true,
  });
  const { birthday, languageCode, timeZone } = member;
  const form = useForm(
    { birthday: birthday ?? "", languageCode, timeZone },
    { refusals: action.errors },
  );
  const known = [...new Set([languageCode, ...shop.languages.map((one) => one.toLowerCase())])];
  const submit = async () => {
    const { values } = form;
    const outcome = await action.run({
      id: member.id,
      input: { ...values, birthday: values.birthday || null },
    });
    if (!outcome.done) return;
    changed();
    onClose();
  };
  return (
    <FormDialog
      title={text("editDetails")}
      confirm={text("save")}
      busy={action.busy}
      rest={form.rest}
      submit={submit}
      onClose={onClose}
    >
      <DateField
        label={text("birthday")}
        value={form.values.birthday}
        onChange={(day) => form.set("birthday", day)}
        error={form.errorOf("birthday")}
        hint={text("birthdayHint")}
      />
      <SelectField
        label={text("language")}
        value={form.values.languageCode}
        choices={known.map((value) => ({ value, label: languageName(intl.locale, value) }))}
        onChange={(code) => form.set("languageCode", code)}
        error={form.errorOf("languageCode")}
        hint={text("languageHint")}
      />
      <TextField
        label={text("timeZone")}
        value={form.values.timeZone}
        onChange={(zone) => form.set("timeZone", zone)}
        error={form.errorOf("timeZone")}
        hint={text("timeZoneHint")}
      />
    </FormDialog>
  );
}

/** A language by its name in the reader's; a code that is none stays as it is. */
export function languageName(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
