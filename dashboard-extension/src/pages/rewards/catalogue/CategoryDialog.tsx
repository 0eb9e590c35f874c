import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { LoyaltyRewardCategorySaveDocument } from "@/graphql/reward_category_save";
import { useAction } from "@/kit/action";
import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { Dialog } from "@/kit/Dialog";
import { NumberField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import kit from "@/kit/messages";
import { Refusals } from "@/kit/Refusals";
import { nameIn } from "@/kit/slug";
import { chosenSlug, SlugField, slugProblem } from "@/kit/SlugField";

import shared from "../messages";
import type { Category } from "./CategoriesPage";
import messages from "./messages";

interface CategoryDialogProps {
  /** Undefined: a new one. */
  category: Category | undefined;
  taken: string[];
  onClose: () => void;
  onSaved: () => void;
}

interface Values {
  slug: string | null;
  config: { name?: Record<string, string> };
  position: number | null;
}

export function CategoryDialog({ category, taken, onClose, onSaved }: CategoryDialogProps) {
  const intl = useIntl();
  const save = useAction(LoyaltyRewardCategorySaveDocument, {
    success: intl.formatMessage(messages.categorySaved),
    silent: true,
  });
  const form = useForm<Values>(
    {
      slug: category?.slug ?? null,
      config: { name: (category?.names as Record<string, string> | null) ?? {} },
      position: category?.position ?? 0,
    },
    {
      refusals: save.errors,
      check: ({ slug, config, position }) => {
        const wrong = category ? undefined : slugProblem(chosenSlug(slug, config), taken);
        return {
          ...(wrong && { slug: intl.formatMessage(wrong) }),
          ...(!nameIn(config) && { config: intl.formatMessage(messages.nameNeeded) }),
          ...((position ?? 0) < 0 && { position: intl.formatMessage(shared.notNegative) }),
        };
      },
    },
  );
  const { values, set, errorOf } = form;
  const submit = async () => {
    if (!form.check()) return;
    const outcome = await save.run({
      slug: chosenSlug(values.slug, values.config),
      name: values.config.name ?? {},
      position: values.position ?? 0,
    });
    if (!outcome.done) return;
    onSaved();
    onClose();
  };
  const wrongName = errorOf("config");
  const faults = wrongName ? [{ place: "name", text: wrongName }] : [];
  return (
    <Dialog
      title={intl.formatMessage(category ? messages.editCategory : messages.addCategory)}
      onClose={onClose}
      foot={
        <>
          <Button variant="secondary" onClick={onClose} disabled={save.busy}>
            {intl.formatMessage(kit.back)}
          </Button>
          <Button
            variant="primary"
            onClick={() => void submit()}
            disabled={save.busy || !form.dirty}
          >
            {intl.formatMessage(kit.save)}
          </Button>
        </>
      }
    >
      <Refusals of={form.rest} />
      <ConfigEditor
        subject="REWARD"
        value={values.config}
        onChange={(config) => set("config", config as Values["config"])}
        faults={faults}
        only={["name"]}
        plain
      />
      {!category && (
        <SlugField
          value={values.slug}
          config={values.config}
          error={errorOf("slug")}
          onChange={(slug) => set("slug", slug)}
        />
      )}
      <NumberField
        label={intl.formatMessage(messages.position)}
        hint={intl.formatMessage(messages.positionHint)}
        value={values.position}
        error={errorOf("position")}
        onChange={(position) => set("position", position)}
      />
    </Dialog>
  );
}
