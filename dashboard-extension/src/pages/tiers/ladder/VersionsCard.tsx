import { Link } from "react-router-dom";

import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import { standingOf, type Ladder } from "./ladder";
import messages from "./messages";
import { StandingPill } from "./StandingPill";

/** The versions of the ladder, newest first. */
export function VersionsCard({ ladder }: { ladder: Ladder }) {
  const text = useText(messages);
  const format = useFormat();
  return (
    <Card title={text("versions")}>
      {ladder.versions.length === 0 && <p className="grey tiers-plain">{text("noVersions")}</p>}
      <ul className="tiers-list">
        {ladder.versions.map((version) => (
          <li key={version.id}>
            <Link className="quiet" to={`/tiers/ladder/${version.number}`}>
              {text("version", { number: version.number })}
            </Link>
            <StandingPill standing={standingOf(version, ladder.inForce)} />
            <span className="grey">{version.validFrom ? format.date(version.validFrom) : ""}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
