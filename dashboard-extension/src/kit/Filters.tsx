import { Box, Button, DropdownButton, Input, Popover, SearchInput, Select } from "@saleor/macaw-ui";
import { useEffect, useState, type ReactNode } from "react";
import { useIntl } from "react-intl";

import type { ListUrl } from "./list-url";
import messages from "./messages";

export interface Choice {
  value: string;
  label: string;
}

/** What a list can be narrowed by. Its value stands in the address under its name. */
export type Filter =
  | { name: string; label: string; kind: "choice"; choices: Choice[] }
  | { name: string; label: string; kind: "date" | "number" | "text" };

interface FilterRowProps {
  list: ListUrl;
  /** What the search looks in. Without it there is none. */
  search?: string;
  filters?: Filter[];
  actions?: ReactNode;
}

const PAUSE_MS = 300;

export function FilterRow({ list, search, filters = [], actions }: FilterRowProps) {
  return (
    <div className="filter-row">
      {filters.length > 0 && <FilterPopover list={list} filters={filters} />}
      {search && <Search list={list} label={search} />}
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

function Search({ list, label }: { list: ListUrl; label: string }) {
  const set = list.get("search") ?? "";
  const [typed, setTyped] = useState(set);
  useEffect(() => setTyped(set), [set]);
  useEffect(() => {
    if (typed === set) return;
    const timer = setTimeout(() => list.set({ search: typed }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, set, list]);
  return (
    <Box __width="320px">
      <SearchInput
        size="small"
        value={typed}
        placeholder={label}
        aria-label={label}
        onChange={(event: { target: { value: string } }) => setTyped(event.target.value)}
      />
    </Box>
  );
}

function FilterPopover({ list, filters }: { list: ListUrl; filters: Filter[] }) {
  const intl = useIntl();
  const used = filters.filter(({ name }) => list.get(name) !== undefined).length;
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Popover.Trigger>
        <DropdownButton>{intl.formatMessage(messages.filters, { count: used })}</DropdownButton>
      </Popover.Trigger>
      <Popover.Content align="start">
        <Box backgroundColor="default1" borderRadius={3}>
          <Popover.Arrow fill="default1" />
          <div className={filters.length > 4 ? "filter-fields many" : "filter-fields"}>
            {filters.map((filter) => (
              <FilterField key={filter.name} filter={filter} list={list} />
            ))}
          </div>
          <div className="filter-foot">
            <Button
              variant="secondary"
              disabled={used === 0}
              onClick={() =>
                list.set(Object.fromEntries(filters.map(({ name }) => [name, undefined])))
              }
            >
              {intl.formatMessage(messages.clearFilters)}
            </Button>
          </div>
        </Box>
      </Popover.Content>
    </Popover>
  );
}

function FilterField({ filter, list }: { filter: Filter; list: ListUrl }) {
  const intl = useIntl();
  const value = list.get(filter.name) ?? "";
  if (filter.kind === "choice")
    return (
      <Select
        label={filter.label}
        value={value}
        options={[{ value: "", label: intl.formatMessage(messages.all) }, ...filter.choices]}
        onChange={(chosen) => list.set({ [filter.name]: chosen })}
      />
    );
  return <TypedFilter key={value} filter={filter} value={value} list={list} />;
}

function TypedFilter({ filter, value, list }: { filter: Filter; value: string; list: ListUrl }) {
  const [typed, setTyped] = useState(value);
  const apply = () => typed !== value && list.set({ [filter.name]: typed });
  return (
    <Input
      label={filter.label}
      type={filter.kind === "choice" ? "text" : filter.kind}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={apply}
      onKeyDown={(event) => event.key === "Enter" && apply()}
    />
  );
}
