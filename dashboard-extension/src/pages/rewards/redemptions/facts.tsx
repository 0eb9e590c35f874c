import { Button } from "@saleor/macaw-ui";
import { Copy } from "lucide-react";
import { useIntl } from "react-intl";

import type { Fact } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import kit from "@/kit/messages";
import { OrderLink } from "@/kit/OrderLink";
import { useSession } from "@/session/context";

import { kinds } from "../words";
import messages from "./messages";
import type { Redemption } from "./RedemptionPage";

/** What there is to know of it; what it does not have is left out. */
export function useFacts(redemption: Redemption): Fact[] {
  const intl = useIntl();
  const format = useFormat();
  const points = (count: number) => intl.formatMessage(kit.points, { points: count });
  const { code, value, kind, validUntil, tracking, orderId, endedAt, pointsBack, quantity } =
    redemption;
  const all: [keyof typeof messages, Fact["value"] | null | false][] = [
    ["kind", intl.formatMessage(kinds[kind].label)],
    ["code", code && <Code code={code} />],
    ["quantity", quantity > 1 && format.number(quantity)],
    ["paid", redemption.given ? intl.formatMessage(messages.given) : points(redemption.points)],
    ["back", pointsBack > 0 && points(pointsBack)],
    [kind === "PRODUCT" ? "cash" : "value", value && format.money(value)],
    ["validUntil", validUntil && format.moment(validUntil)],
    ["tracking", tracking],
    ["order", orderId && <OrderLink id={orderId} />],
    ["redeemed", format.moment(redemption.createdAt)],
    ["ended", endedAt && format.moment(endedAt)],
  ];
  return all.flatMap(([name, shown]) =>
    shown ? [{ label: intl.formatMessage(messages[name]), value: shown }] : [],
  );
}

function Code({ code }: { code: string }) {
  const intl = useIntl();
  const session = useSession();
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => session.notify("success", intl.formatMessage(kit.copied)),
      // The Dashboard's frame may not let us: the code can be selected all the same.
      () => undefined,
    );
  return (
    <span className="copied-code">
      {code}
      <Button
        variant="tertiary"
        size="small"
        display="inline-flex"
        icon={<Copy size={16} />}
        aria-label={intl.formatMessage(messages.copyCode)}
        onClick={() => void copy()}
      />
    </span>
  );
}
