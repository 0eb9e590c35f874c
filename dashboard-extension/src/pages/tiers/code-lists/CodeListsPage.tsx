import { Button } from "@saleor/macaw-ui";
import { useState } from "react";

import { FilterRow } from "@/kit/Filters";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { Needs } from "../Needs";
import { CreateDialog } from "./CreateDialog";
import { ListPill } from "./ListPill";
import messages from "./messages";
import { useListName, useLists, type CodeList } from "./use-lists";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <Lists />
    </Needs>
  );
}

/** All lists: a shop has a handful, and the server hands them over at once. */
function Lists() {
  const text = useText(messages);
  const nameOf = useListName();
  const columns = useColumns();
  const list = useListUrl();
  const [creating, setCreating] = useState(false);
  const { answer, again } = useLists();
  const all = answer.data?.loyaltyCodeLists ?? undefined;
  const part = (list.get("search") ?? "").trim().toLowerCase();
  const state = list.get("state");
  const shown = all?.filter(
    (one) =>
      `${nameOf(one)} ${one.slug}`.toLowerCase().includes(part) &&
      (state === undefined || one.active === (state === "on")),
  );
  return (
    <ListPage
      title={text("all")}
      actions={
        <Button variant="primary" onClick={() => setCreating(true)}>
          {text("create")}
        </Button>
      }
    >
      {creating && (
        <CreateDialog
          taken={all?.map(({ slug }) => slug) ?? []}
          again={again}
          onClose={() => setCreating(false)}
        />
      )}
      <FilterRow
        list={list}
        search={text("search")}
        filters={[
          {
            name: "state",
            label: text("status"),
            kind: "choice",
            choices: [
              { value: "on", label: text("on") },
              { value: "off", label: text("off") },
            ],
          },
        ]}
      />
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <Table
          label={text("all")}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          to={({ id }) => `/tiers/code-lists/${encodeURIComponent(id)}`}
          empty={text(all?.length ? "nothingFits" : "none")}
        />
      )}
    </ListPage>
  );
}

function useColumns(): Column<CodeList>[] {
  const text = useText(messages);
  const format = useFormat();
  const nameOf = useListName();
  const figure = (key: "total" | "given" | "free" | "waiting"): Column<CodeList> => ({
    key,
    title: text(key),
    end: true,
    cell: ({ stock }) => format.number(stock[key]),
  });
  return [
    {
      key: "name",
      title: text("name"),
      cell: (one) => (
        <>
          {nameOf(one)} <span className="grey">· {one.slug}</span>
        </>
      ),
    },
    { key: "status", title: text("status"), cell: (one) => <ListPill list={one} /> },
    figure("total"),
    figure("given"),
    figure("free"),
    figure("waiting"),
  ];
}
