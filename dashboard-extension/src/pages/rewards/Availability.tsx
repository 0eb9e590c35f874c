import type { ReactNode } from "react";
import { useIntl } from "react-intl";

import { Card } from "@/kit/Card";
import type { Editing, Problems } from "@/kit/editing";
import { CheckField, MomentField } from "@/kit/fields";
import { chosenSlug, SlugField, slugProblem } from "@/kit/SlugField";

import messages from "./messages";
import { endsBeforeItStarts } from "./offered";

/** What stands beside the document of an offer or a sale. */
export interface Available {
  slug: string | null;
  config: unknown;
  active: boolean;
  startsAt: string | null;
  endsAt: string | null;
}

interface AvailabilityProps {
  editing: Editing<Available>;
  isNew: boolean;
  intro: ReactNode;
  /** What is switched, and what that means. */
  label: string;
  hint: string;
  /** Both moments are needed. */
  dated?: boolean;
}

/** From when until when, and whether at all. */
export function Availability({ editing, isNew, intro, label, hint, dated }: AvailabilityProps) {
  const intl = useIntl();
  const { values, set, errorOf } = editing.form;
  return (
    <Card title={intl.formatMessage(messages.schedule)} intro={intro}>
      <CheckField
        label={label}
        hint={hint}
        value={values.active}
        onChange={(active) => set("active", active)}
      />
      <MomentField
        label={intl.formatMessage(messages.starts)}
        value={values.startsAt}
        error={errorOf("startsAt")}
        onChange={(moment) => set("startsAt", moment)}
        required={dated}
      />
      <MomentField
        label={intl.formatMessage(messages.ends)}
        value={values.endsAt}
        error={errorOf("endsAt")}
        onChange={(moment) => set("endsAt", moment)}
        required={dated}
      />
      {isNew && (
        <SlugField
          value={values.slug}
          config={values.config}
          error={errorOf("slug")}
          onChange={(slug) => set("slug", slug)}
        />
      )}
    </Card>
  );
}

export function checkedAvailability(
  values: Available,
  isNew: boolean,
  dated = false,
): Problems<Available> {
  const { startsAt, endsAt } = values;
  const slug = isNew ? slugProblem(chosenSlug(values.slug, values.config)) : undefined;
  return {
    ...(slug && { slug }),
    ...(dated && startsAt === null && { startsAt: messages.needed }),
    ...(endsBeforeItStarts(startsAt, endsAt) && { endsAt: messages.endsEarly }),
    ...(dated && endsAt === null && { endsAt: messages.needed }),
  };
}
