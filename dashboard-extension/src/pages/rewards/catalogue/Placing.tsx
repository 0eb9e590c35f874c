import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyRewardCategoriesDocument } from "@/graphql/reward_categories";
import { Card } from "@/kit/Card";
import type { Editing } from "@/kit/editing";
import { CheckField, MomentField, NumberField, SelectField } from "@/kit/fields";
import { SlugField } from "@/kit/SlugField";

import shared from "../messages";
import messages from "./messages";
import type { RewardValues } from "./RewardForm";

interface PlacingProps {
  editing: Editing<RewardValues>;
  isNew: boolean;
  taken: number;
}

/** Where, when and how many: beside what the reward says. */
export function Placing({ editing: { form, disabled }, isNew, taken }: PlacingProps) {
  const intl = useIntl();
  const [answer] = useQuery({ query: LoyaltyRewardCategoriesDocument });
  const categories = answer.data?.loyaltyRewardCategories ?? [];
  const { values, set, errorOf } = form;
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <>
      <Card title={text("placing")}>
        <SelectField
          label={text("category")}
          value={values.categoryId}
          choices={[
            { value: "", label: text("noCategory") },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={errorOf("categoryId")}
          disabled={disabled}
          onChange={(categoryId) => set("categoryId", categoryId)}
        />
        <NumberField
          label={text("position")}
          hint={text("positionHint")}
          value={values.position}
          error={errorOf("position")}
          disabled={disabled}
          onChange={(position) => set("position", position)}
        />
        <NumberField
          label={text("inStock")}
          hint={intl.formatMessage(messages.stockHint, { taken })}
          value={values.stock}
          error={errorOf("stock")}
          disabled={disabled}
          onChange={(stock) => set("stock", stock)}
        />
        {isNew && (
          <CheckField
            label={text("offered")}
            hint={text("offeredHint")}
            value={values.active}
            onChange={(active) => set("active", active)}
          />
        )}
        {isNew && (
          <SlugField
            value={values.slug}
            config={values.config}
            error={errorOf("slug")}
            onChange={(slug) => set("slug", slug)}
          />
        )}
      </Card>
      <Card title={intl.formatMessage(shared.schedule)} intro={text("scheduleIntro")}>
        <MomentField
          label={intl.formatMessage(shared.starts)}
          value={values.startsAt}
          error={errorOf("startsAt")}
          disabled={disabled}
          onChange={(moment) => set("startsAt", moment)}
        />
        <MomentField
          label={intl.formatMessage(shared.ends)}
          value={values.endsAt}
          error={errorOf("endsAt")}
          disabled={disabled}
          onChange={(moment) => set("endsAt", moment)}
        />
      </Card>
    </>
  );
}
