import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { CodeListCreateDocument } from "@/graphql/code_list_create";
import { useAction } from "@/kit/action";
import { TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { FormDialog } from "@/kit/FormDialog";
import kit from "@/kit/messages";
import { useText } from "@/kit/use-text";
import { chosenSlug, slugProblem, SlugField } from "@/kit/SlugField";

import messages from "./messages";

interface CreateDialogProps {
  taken: string[];
  again: () => void;
  onClose: () => void;
}

interface Values {
  name: string;
  slug: string | null;
}

/** A new, empty list; its page is where codes are uploaded. */
export function CreateDialog({ taken, again, onClose }: CreateDialogProps) {
  const text = useText(messages);
  const intl = useIntl();
  const navigate = useNavigate();
  const { shop } = useViewer();
  const language = shop.languages.includes("en") ? "en" : (shop.languages[0] ?? "en");
  const textsOf = (name: string) => ({ [language]: name.trim() });
  const create = useAction(CodeListCreateDocument, { success: text("created"), silent: true });
  const form = useForm<Values>(
    { name: "", slug: null },
    {
      refusals: create.errors,
      check: ({ name, slug }) => {
        const problem = slugProblem(chosenSlug(slug, { name: textsOf(name) }), taken);
        return {
          ...(name.trim() ? {} : { name: intl.formatMessage(kit.required) }),
          ...(problem ? { slug: intl.formatMessage(problem) } : {}),
        };
      },
    },
  );
  const { name, slug } = form.values;
  const config = { name: textsOf(name) };
  const submit = async () => {
    if (!form.check()) return;
    const outcome = await create.run({ slug: chosenSlug(slug, config), name: config.name });
    if (!outcome.done || !outcome.payload.codeList) return;
    again();
    navigate(`/tiers/code-lists/${encodeURIComponent(outcome.payload.codeList.id)}`);
  };
  return (
    <FormDialog
      title={text("create")}
      confirm={text("create")}
      busy={create.busy}
      rest={form.rest}
      submit={submit}
      onClose={onClose}
    >
      <TextField
        label={text("name")}
        hint={text("nameHint")}
        value={name}
        error={form.errorOf("name")}
        onChange={(value) => form.set("name", value)}
        required
      />
      <SlugField
        value={slug}
        config={config}
        error={form.errorOf("slug")}
        onChange={(value) => form.set("slug", value)}
      />
    </FormDialog>
  );
}
