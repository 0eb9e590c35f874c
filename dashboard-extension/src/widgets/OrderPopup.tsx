import { Button } from "@saleor/macaw-ui";
import { useSearchParams } from "react-router-dom";
import { useQuery } from "urql";

import { LoyaltyOrderDocument } from "@/graphql/order";
import { Empty, Loaded } from "@/kit/states";
import { useSession } from "@/session/context";
import { AwardTable } from "@/shared/member/AwardTable";

import { OrderFacts } from "./OrderFacts";
import { useOrderFacts, type Order } from "./order-facts";
import { useText } from "./text";
import { Popup } from "./Widget";
import { Why } from "./Why";

/** Everything about the points of an order, line by line. */
export function Component() {
  const text = useText();
  const session = useSession();
  const [params] = useSearchParams();
  const orderId = params.get("orderId") ?? "";
  const [answer, again] = useQuery({
    query: LoyaltyOrderDocument,
    variables: { orderId },
    pause: !orderId,
  });
  return (
    <Popup
      foot={
        session.closePopup && (
          <Button variant="secondary" onClick={() => session.closePopup?.()}>
            {text("close")}
          </Button>
        )
      }
    >
      {orderId ? (
        <Loaded answer={answer} retry={again}>
          {({ loyaltyOrder }) =>
            loyaltyOrder ? (
              <OfOrder order={loyaltyOrder} />
            ) : (
              <Empty>{text("nothingOfOrder")}</Empty>
            )
          }
        </Loaded>
      ) : (
        <Empty>{text("noOrder")}</Empty>
      )}
    </Popup>
  );
}

function OfOrder({ order }: { order: Order }) {
  const text = useText();
  const facts = useOrderFacts()(order);
  return (
    <>
      {order.member && <p>{order.member.email}</p>}
      {facts.length > 0 ? (
        <OrderFacts facts={facts} />
      ) : (
        <Empty>{text(order.member ? "nothingOfOrder" : "guestOrder")}</Empty>
      )}
      {order.awards.length === 0 && order.preview && <Why order={order} />}
      <div className="popup-awards">
        {order.awards.map(({ unit, award }) => (
          <section key={unit}>
            <h2>{text(unit === "GROWTH" ? "earnedGrowth" : "earned")}</h2>
            <AwardTable award={award} />
          </section>
        ))}
      </div>
    </>
  );
}
