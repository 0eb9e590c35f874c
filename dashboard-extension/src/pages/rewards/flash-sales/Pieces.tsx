import { useIntl } from "react-intl";

import type { LoyaltyFlashSaleQuery } from "@/graphql/flash_sale";
import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Table } from "@/kit/Table";

import shared from "../messages";
import { useVariantNames } from "../names";
import { usePrices } from "../prices";
import messages from "./messages";

type Sale = NonNullable<LoyaltyFlashSaleQuery["loyaltyFlashSale"]>;

/** What is taken and left of each item, now. */
export function Pieces({ items }: { items: Sale["items"] }) {
  const intl = useIntl();
  const format = useFormat();
  const prices = usePrices();
  const names = useVariantNames(items.map(({ variantId }) => variantId));
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const any = intl.formatMessage(shared.any);
  const count = (pieces: number | null) => (pieces === null ? any : format.number(pieces));
  return (
    <Card title={text("pieces")} intro={text("piecesIntro")} flush>
      <Table
        label={text("pieces")}
        rows={items}
        rowKey={({ variantId }) => variantId}
        empty="-"
        columns={[
          {
            key: "product",
            title: text("product"),
            cell: ({ variantId }) => names.get(variantId) ?? variantId,
          },
          { key: "price", title: text("price"), end: true, cell: (item) => prices(item.prices) },
          {
            key: "taken",
            title: text("taken"),
            end: true,
            cell: ({ quota, left }) =>
              quota === null || left === null
                ? "-"
                : intl.formatMessage(messages.takenOf, { taken: quota - left, quota }),
          },
          { key: "left", title: text("left"), end: true, cell: ({ left }) => count(left) },
          {
            key: "perMember",
            title: text("perMember"),
            end: true,
            cell: ({ perMember }) => count(perMember),
          },
        ]}
      />
    </Card>
  );
}
