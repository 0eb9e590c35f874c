import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import {
  LoyaltyRewardCategoriesDocument,
  type LoyaltyRewardCategoriesQuery,
} from "@/graphql/reward_categories";
import { LoyaltyRewardCategoryDeleteDocument } from "@/graphql/reward_category_delete";
import { useAction } from "@/kit/action";
import { useConfirm } from "@/kit/Dialog";
import { useFormat } from "@/kit/format";
import kit from "@/kit/messages";
import { ListPage } from "@/kit/Page";
import { Failed } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";

import { Needs } from "../Needs";
import { CategoryDialog } from "./CategoryDialog";
import messages from "./messages";

export type Category = LoyaltyRewardCategoriesQuery["loyaltyRewardCategories"][number];

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <Categories />
    </Needs>
  );
}

function Categories() {
  const intl = useIntl();
  const navigate = useNavigate();
  const [answer, ask] = useQuery({ query: LoyaltyRewardCategoriesDocument });
  const again = () => ask({ requestPolicy: "network-only" });
  const [open, setOpen] = useState<Category | "new">();
  const { remove, dialog } = useRemoval(again);
  const columns = useColumns(setOpen, remove);
  const categories = answer.data?.loyaltyRewardCategories;
  const title = intl.formatMessage(messages.allCategories);
  return (
    <ListPage
      title={title}
      actions={
        <>
          <Button variant="secondary" onClick={() => navigate("/rewards/catalogue")}>
            {intl.formatMessage(messages.all)}
          </Button>
          <Button variant="primary" onClick={() => setOpen("new")}>
            {intl.formatMessage(messages.addCategory)}
          </Button>
        </>
      }
    >
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <Table
          label={title}
          columns={columns}
          rows={categories}
          rowKey={({ id }) => id}
          empty={intl.formatMessage(messages.noCategories)}
        />
      )}
      {open && (
        <CategoryDialog
          category={open === "new" ? undefined : open}
          taken={categories?.map(({ slug }) => slug) ?? []}
          onClose={() => setOpen(undefined)}
          onSaved={again}
        />
      )}
      {dialog}
    </ListPage>
  );
}

function useRemoval(done: () => void) {
  const intl = useIntl();
  const { ask, dialog } = useConfirm();
  const action = useAction(LoyaltyRewardCategoryDeleteDocument, {
    success: intl.formatMessage(messages.categoryDeleted),
  });
  const remove = ({ id, name }: Category) =>
    ask({
      title: intl.formatMessage(messages.deleteCategoryTitle, { name }),
      text: intl.formatMessage(messages.deleteCategoryText),
      confirm: intl.formatMessage(messages.deleteCategory),
      destructive: true,
      act: async () => {
        if ((await action.run({ id })).done) done();
      },
    });
  return { remove, dialog };
}

function useColumns(
  edit: (one: Category) => void,
  remove: (one: Category) => void,
): Column<Category>[] {
  const intl = useIntl();
  const format = useFormat();
  return [
    { key: "name", title: intl.formatMessage(messages.name), cell: ({ name }) => name },
    {
      key: "slug",
      title: intl.formatMessage(kit.slug),
      cell: ({ slug }) => <span className="grey">{slug}</span>,
    },
    {
      key: "position",
      title: intl.formatMessage(messages.position),
      end: true,
      cell: ({ position }) => format.number(position),
    },
    {
      key: "actions",
      title: "",
      end: true,
      cell: (category) => (
        <>
          <Button
            variant="tertiary"
            size="small"
            display="inline-flex"
            onClick={() => edit(category)}
          >
            {intl.formatMessage(kit.edit)}
            <span className="visually-hidden"> {category.name}</span>
          </Button>
          <Button
            variant="tertiary"
            size="small"
            display="inline-flex"
            onClick={() => remove(category)}
          >
            {intl.formatMessage(kit.delete)}
            <span className="visually-hidden"> {category.name}</span>
          </Button>
        </>
      ),
    },
  ];
}
