import { Coins, Eye, Link as LinkIcon, ShoppingBag } from "lucide-react";
import { useQuery } from "urql";

import { LoyaltyShareFiguresDocument } from "@/graphql/share_figures";
import { Kpi } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Failed } from "@/kit/states";
import { useText } from "@/kit/use-text";

import messages from "./messages";

/** What all links have brought so far. */
export function Figures() {
  const text = useText(messages);
  const format = useFormat();
  const [answer, again] = useQuery({ query: LoyaltyShareFiguresDocument });
  if (answer.error) return <Failed error={answer.error} retry={again} />;
  const found = answer.data?.loyaltyShareFigures;
  const number = (value: number | undefined) => (value === undefined ? "—" : format.number(value));
  return (
    <div className="kpis list-figures">
      <Kpi
        icon={<LinkIcon size={16} aria-hidden />}
        title={text("links")}
        value={number(found?.links)}
        note={text("ofMembers", { count: found?.members ?? 0 })}
      />
      <Kpi
        icon={<Eye size={16} aria-hidden />}
        title={text("visits")}
        value={number(found?.visits)}
        note={text("ofCounted", { count: found?.counted ?? 0 })}
      />
      <Kpi
        icon={<ShoppingBag size={16} aria-hidden />}
        title={text("orders")}
        value={number(found?.orders)}
        note={text("ofOrders", { rewarded: found?.rewarded ?? 0, waiting: found?.waiting ?? 0 })}
      />
      <Kpi
        icon={<Coins size={16} aria-hidden />}
        title={text("points")}
        value={number(found?.points)}
        note={text("ofPoints")}
      />
    </div>
  );
}
