import { Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyPreviewDocument } from "@/graphql/preview";
import { LoyaltyRecentOrdersDocument } from "@/graphql/recent_orders";
import { Card, Facts } from "@/kit/Card";
import { SelectField } from "@/kit/fields";
import { useFormat } from "@/kit/format";
import { Loaded } from "@/kit/states";

import messages from "./messages";

const ORDERS = 20;

/** A past order by the version in force, and by the one that is being written. */
export function TryOrder({ versionId, revision }: { versionId: string; revision: string }) {
  const intl = useIntl();
  const format = useFormat();
  const [orderId, setOrderId] = useState("");
  const [answer, again] = useQuery({
    query: LoyaltyRecentOrdersDocument,
    variables: { first: ORDERS },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <Card title={text("tryOrder")} intro={text("tryIntro")}>
      <Loaded answer={answer} retry={again}>
        {({ loyaltyRecentOrders: orders }) =>
          !orders?.length ? (
            <Text size={3} color="default2">
              {text("noOrders")}
            </Text>
          ) : (
            <SelectField
              label={text("order")}
              value={orderId}
              choices={[
                { value: "", label: text("chooseOrder") },
                ...orders.map((order) => ({
                  value: order.id,
                  label: intl.formatMessage(messages.orderChoice, {
                    number: order.number,
                    total: format.money(order.total),
                    date: format.date(order.placedAt),
                  }),
                })),
              ]}
              onChange={setOrderId}
            />
          )
        }
      </Loaded>
      {orderId !== "" && (
        <Both key={`${orderId} ${revision}`} orderId={orderId} versionId={versionId} />
      )}
    </Card>
  );
}

function Both({ orderId, versionId }: { orderId: string; versionId: string }) {
  const intl = useIntl();
  return (
    <Facts
      facts={[
        { label: intl.formatMessage(messages.nowEarns), value: <Earned orderId={orderId} /> },
        {
          label: intl.formatMessage(messages.thisEarns),
          value: <Earned orderId={orderId} versionId={versionId} />,
        },
      ]}
    />
  );
}

function Earned({ orderId, versionId }: { orderId: string; versionId?: string }) {
  const intl = useIntl();
  const [answer] = useQuery({ query: LoyaltyPreviewDocument, variables: { orderId, versionId } });
  if (answer.fetching) return <>…</>;
  const found = answer.data?.loyaltyPreview;
  if (!found) return <>–</>;
  return (
    <>
      {intl.formatMessage(messages.pointsAndGrowth, {
        points: found.points?.points ?? 0,
        growth: found.growth?.points ?? 0,
      })}
    </>
  );
}
