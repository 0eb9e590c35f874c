import { DynamicCombobox, DynamicMultiselect } from "@saleor/macaw-ui";
import { useEffect, useState } from "react";
import { useQuery } from "urql";

import { LoyaltyCatalogueDocument } from "@/graphql/catalogue";
import type { LoyaltyCatalogueKind } from "@/graphql/schema";

import { useWhole, type Spot } from "./context";
import { asList } from "./document";
import { useLabels } from "./labels";
import type { SpecialProps } from "./special";

const NAMED: Record<string, LoyaltyCatalogueKind> = {
  "Product.any_of": "PRODUCT",
  "Products.any_of": "PRODUCT",
  "Variant.any_of": "VARIANT",
  "Category.any_of": "CATEGORY",
  "Categories.any_of": "CATEGORY",
  "Collection.any_of": "COLLECTION",
  products: "PRODUCT",
  variants: "VARIANT",
  categories: "CATEGORY",
  collections: "COLLECTION",
  excluded_products: "PRODUCT",
  excluded_categories: "CATEGORY",
  excluded_collections: "COLLECTION",
  variant_id: "VARIANT",
};
const PAUSE_MS = 250;
const MOST = 20;
const MOST_NAMES = 100;

interface Option {
  value: string;
  label: string;
}

export function catalogueOf({ owner, property }: Spot): LoyaltyCatalogueKind | undefined {
  return NAMED[`${owner}.${property}`] ?? NAMED[property];
}

/** Things of the catalogue, found by a part of their name. */
export function CataloguePart(props: SpecialProps) {
  const { spot, value, onChange, error, shape } = props;
  const { subject, disabled } = useWhole();
  const labels = useLabels(subject);
  const kind = catalogueOf(spot) ?? "PRODUCT";
  const single = shape.kind === "string";
  const ids = single
    ? [value].filter((one) => typeof one === "string" && one !== "")
    : asList(value);
  const names = useNames(kind, ids as string[]);
  const search = useSearch(kind);
  const shared = {
    label: props.label || labels.label(spot),
    options: search.options,
    loading: search.loading,
    onInputValueChange: search.type,
    onFocus: search.begin,
    error: Boolean(error),
    helperText: error ?? labels.hint(spot),
    disabled,
    locale: {
      loadingText: labels.text("catalogue.loading"),
      placeholderText: labels.text("catalogue.search"),
    },
  };
  const chosen = (ids as string[]).map((id) => ({ value: id, label: names.get(id) ?? id }));
  if (single)
    return (
      <DynamicCombobox
        {...shared}
        value={chosen[0] ?? null}
        onChange={(option: Option | null) => onChange(option?.value ?? "")}
      />
    );
  return (
    <DynamicMultiselect
      {...shared}
      value={chosen}
      onChange={(options: Option[]) => onChange(options.map((option) => option.value))}
    />
  );
}

interface CatalogueSearchProps {
  kind: LoyaltyCatalogueKind;
  label: string;
  taken: string[];
  onChoose: (id: string) => void;
}

/** A search whose choice goes elsewhere: the field is empty again. */
export function CatalogueSearch({ kind, label, taken, onChoose }: CatalogueSearchProps) {
  const { subject } = useWhole();
  const labels = useLabels(subject);
  const search = useSearch(kind);
  return (
    <DynamicCombobox
      label={label}
      value={null}
      options={search.options.filter(({ value }) => !taken.includes(value))}
      loading={search.loading}
      onInputValueChange={search.type}
      onFocus={search.begin}
      locale={{ loadingText: labels.text("catalogue.loading") }}
      onChange={(option: Option | null) => option && onChoose(option.value)}
    />
  );
}

export function CatalogueName({ kind, id }: { kind: LoyaltyCatalogueKind; id: string }) {
  return <>{useNames(kind, [id]).get(id) ?? id}</>;
}

function useNames(kind: LoyaltyCatalogueKind, ids: string[]): Map<string, string> {
  const [answer] = useQuery({
    query: LoyaltyCatalogueDocument,
    variables: { kind, ids: ids.slice(0, MOST_NAMES) },
    pause: ids.length === 0,
  });
  // While the names of one more are on their way, those that are known stay.
  const [names, setNames] = useState(new Map<string, string>());
  const found = answer.data?.loyaltyCatalogue;
  useEffect(() => {
    if (found)
      setNames((old) => new Map([...old, ...found.map((one) => [one.id, titleOf(one)] as const)]));
  }, [found]);
  return names;
}

function useSearch(kind: LoyaltyCatalogueKind) {
  const [begun, setBegun] = useState(false);
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const [answer] = useQuery({
    query: LoyaltyCatalogueDocument,
    variables: { kind, search: wanted, first: MOST },
    pause: !begun,
  });
  const options = (answer.data?.loyaltyCatalogue ?? []).map((one) => ({
    value: one.id,
    label: titleOf(one),
  }));
  return { options, loading: answer.fetching, type: setTyped, begin: () => setBegun(true) };
}

function titleOf({ name, detail }: { name: string; detail: string }): string {
  return detail ? `${name} · ${detail}` : name;
}
