import { DynamicCombobox } from "@saleor/macaw-ui";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyRecentOrdersDocument } from "@/graphql/recent_orders";
import { useFormat } from "@/kit/format";

import messages from "./messages";

const ORDERS = 20;
const PAUSE_MS = 300;

interface Option {
  value: string;
  label: string;
}

/** One of the shop's newest orders, or another one by its number. */
export function OrderField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const intl = useIntl();
  const format = useFormat();
  const [chosen, setChosen] = useState<Option | null>(null);
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState("");
  useEffect(() => {
    // What was chosen stands in the field as well: it is no search.
    const search = typed === chosen?.label ? "" : typed.trim();
    const timer = setTimeout(() => setWanted(search), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, chosen]);
  const [answer] = useQuery({
    query: LoyaltyRecentOrdersDocument,
    variables: { first: ORDERS, search: wanted === "" ? undefined : wanted },
  });
  const orders = answer.data?.loyaltyRecentOrders;
  const options = (orders ?? []).map((order) => ({
    value: order.id,
    label: intl.formatMessage(messages.orderChoice, {
      number: order.number,
      total: format.money(order.total),
      date: format.date(order.placedAt),
    }),
  }));
  const none = orders?.length === 0 && !answer.fetching;
  return (
    <DynamicCombobox
      label={intl.formatMessage(messages.order)}
      value={options.find((option) => option.value === value) ?? chosen}
      options={options}
      loading={answer.fetching}
      onInputValueChange={setTyped}
      locale={{ loadingText: "…" }}
      helperText={
        none
          ? intl.formatMessage(wanted ? messages.noSuchOrder : messages.noOrders)
          : intl.formatMessage(messages.orderHint)
      }
      onChange={(option: Option | null) => {
        setChosen(option);
        onChange(option?.value ?? "");
      }}
    />
  );
}
