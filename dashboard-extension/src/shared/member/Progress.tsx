import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import "./member.css";

interface ProgressProps {
  progress: {
    growthNeeded: number | null;
    percent: number;
    nextTier: { name: string } | null;
  };
}

/** How far the next tier is. Nothing at the top of the ladder. */
export function Progress({ progress }: ProgressProps) {
  const text = useText(messages);
  const format = useFormat();
  const { nextTier, percent, growthNeeded } = progress;
  if (nextTier === null) return <p className="progress-text grey">{text("topTier")}</p>;
  const label =
    growthNeeded === null
      ? text("progressTo", { tier: nextTier.name, percent: format.percent(percent * 100) })
      : text("progressMissing", { tier: nextTier.name, growth: growthNeeded });
  return (
    <div className="progress">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span style={{ width: `${Math.min(percent, 100)}%` }} />
      </div>
      <span className="grey">{label}</span>
    </div>
  );
}
