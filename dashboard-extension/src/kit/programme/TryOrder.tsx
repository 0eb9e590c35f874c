import { Text } from "@saleor/macaw-ui";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyPreviewDocument, type LoyaltyPreviewQueryVariables } from "@/graphql/preview";
import { Card, Facts } from "@/kit/Card";

import messages from "./messages";
import { OrderField } from "./OrderField";

/** What is tried: a saved version, or what is being written. */
export type Tried = Pick<
  LoyaltyPreviewQueryVariables,
  "versionId" | "config" | "campaignId" | "campaignConfig"
>;

const PAUSE_MS = 600;

/** A past order by what is in force, and by what is being written. */
export function TryOrder({ tried, campaign }: { tried: Tried; campaign?: boolean }) {
  const intl = useIntl();
  const [orderId, setOrderId] = useState("");
  const settled = useSettled(tried);
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <Card title={text("tryOrder")} intro={text("tryIntro")}>
      <OrderField value={orderId} onChange={setOrderId} />
      {orderId !== "" && (
        <Facts
          facts={[
            { label: text("nowEarns"), value: <Earned orderId={orderId} tried={{}} /> },
            {
              label: text(campaign ? "withCampaign" : "thisEarns"),
              value: <Earned orderId={orderId} tried={settled} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

/** Follows what is written once it rests for a moment. */
function useSettled(tried: Tried): Tried {
  const written = JSON.stringify(tried);
  const [settled, setSettled] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [written]);
  return JSON.parse(settled) as Tried;
}

function Earned({ orderId, tried }: { orderId: string; tried: Tried }) {
  const intl = useIntl();
  const [answer] = useQuery({ query: LoyaltyPreviewDocument, variables: { orderId, ...tried } });
  const found = answer.data?.loyaltyPreview;
  if (answer.error) return <>{intl.formatMessage(messages.notYetValid)}</>;
  if (!found) return <>{answer.fetching ? "…" : "–"}</>;
  return (
    <Text size={3} aria-busy={answer.fetching}>
      {intl.formatMessage(messages.pointsAndGrowth, {
        points: found.points?.points ?? 0,
        growth: found.growth?.points ?? 0,
      })}
    </Text>
  );
}
