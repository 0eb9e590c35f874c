import { useIntl } from "react-intl";
import { Link } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { useFormat } from "@/kit/format";

import type { Overview } from "./FigureCards";
import { useText } from "./text";

/** How many members are in each tier, those without one last. */
export function TierBars({ tiers }: { tiers: Overview["tiers"] }) {
  const text = useText();
  const intl = useIntl();
  const format = useFormat();
  const { may } = useViewer();
  const all = tiers.reduce((sum, { members }) => sum + members, 0);
  return (
    <ul className="tier-bars">
      {tiers.map(({ tier, members }) => {
        const share = all === 0 ? 0 : members / all;
        const name = tier?.name ?? text("noTier");
        return (
          <li key={tier?.id ?? ""}>
            <span className="tier-name">
              {may("MANAGE_MEMBERS") ? (
                <Link
                  className="plain"
                  to={`/members?tier=${encodeURIComponent(tier?.id ?? "none")}`}
                >
                  {name}
                </Link>
              ) : (
                name
              )}
            </span>
            <span className="grey">
              {text("tierShare", {
                members: format.number(members),
                share: intl.formatNumber(share, { style: "percent", maximumFractionDigits: 1 }),
              })}
            </span>
            <span className="bar" aria-hidden>
              <span style={{ width: `${share * 100}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
