import { CircleAlert, Clock, Coins, Lock, TrendingUp } from "lucide-react";

import { Kpi } from "@/kit/Card";
import { useFormat } from "@/kit/format";

import type { Head } from "../state";
import { useText } from "../text";

/** What a member has, in five figures. */
export function Kpis({ member }: { member: Head }) {
  const text = useText();
  const format = useFormat();
  const { points, growth } = member;
  const ends = points.expiringAt
    ? text("expiringNote", {
        points: format.number(points.expiringPoints),
        when: format.date(points.expiringAt),
      })
    : text("neverExpires");
  return (
    <div className="kpis">
      <Kpi
        title={text("available")}
        icon={<Coins size={16} aria-hidden />}
        value={format.number(points.available)}
        note={ends}
      />
      <Kpi
        title={text("pending")}
        icon={<Clock size={16} aria-hidden />}
        value={format.number(points.pending)}
        note={text("pendingNote")}
      />
      <Kpi
        title={text("held")}
        icon={<Lock size={16} aria-hidden />}
        value={format.number(points.held)}
        note={text("heldNote")}
      />
      <Kpi
        title={text("debt")}
        icon={<CircleAlert size={16} aria-hidden />}
        value={format.number(points.debt)}
        note={text("debtNote")}
      />
      <Kpi
        title={text("growth")}
        icon={<TrendingUp size={16} aria-hidden />}
        value={format.number(growth.available)}
        note={
          growth.pending > 0
            ? text("growthPending", { points: format.number(growth.pending) })
            : text("growthNote")
        }
      />
    </div>
  );
}
