import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyOrderDocument } from "@/graphql/order";
import { Pill } from "@/kit/Card";
import { Empty, Loaded } from "@/kit/states";

import { useOpen } from "./open";
import { OrderFacts } from "./OrderFacts";
import { useOrderFacts, type Order } from "./order-facts";
import { useText } from "./text";
import { Widget } from "./Widget";
import { Why } from "./Why";

/** Beside an order: what it earned and spent, and why. */
export function Component() {
  const text = useText();
  const [params] = useSearchParams();
  const orderId = params.get("orderId") ?? "";
  const [answer, again] = useQuery({
    query: LoyaltyOrderDocument,
    variables: { orderId },
    pause: !orderId,
  });
  if (!orderId)
    return (
      <Widget>
        <Empty>{text("noOrder")}</Empty>
      </Widget>
    );
  return (
    <Widget>
      <Loaded answer={answer} retry={again}>
        {({ loyaltyOrder }) =>
          loyaltyOrder ? <OfOrder order={loyaltyOrder} /> : <Empty>{text("nothingOfOrder")}</Empty>
        }
      </Loaded>
    </Widget>
  );
}

function OfOrder({ order }: { order: Order }) {
  const text = useText();
  const open = useOpen();
  const { may } = useViewer();
  const [asked, setAsked] = useState(false);
  const facts = useOrderFacts()(order);
  const { member } = order;
  const explained = order.awards.length > 0 || Boolean(order.preview?.points);
  return (
    <>
      {member && (
        <div className="widget-line">
          <span className="widget-email">{member.email}</span>
          {member.tier && <Pill mood="info">{member.tier.name}</Pill>}
        </div>
      )}
      {facts.length > 0 ? (
        <OrderFacts facts={facts} />
      ) : (
        <Empty>{text(member ? (order.known ? "nothingOfOrder" : "notYet") : "guestOrder")}</Empty>
      )}
      {asked && <Why order={order} />}
      <div className="widget-buttons">
        {explained && (
          <Button variant="secondary" aria-expanded={asked} onClick={() => setAsked(!asked)}>
            {text("why")}
          </Button>
        )}
        {member?.id && may("MANAGE_MEMBERS") && (
          <Button variant="tertiary" onClick={() => open(`/members/${member.id}`)}>
            {text("openMember")}
          </Button>
        )}
      </div>
    </>
  );
}
