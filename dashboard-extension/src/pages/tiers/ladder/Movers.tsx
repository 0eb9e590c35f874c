import { useState } from "react";
import { Link } from "react-router-dom";
import { Button } from "@saleor/macaw-ui";

import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Trial } from "./use-trial";

interface MoversProps {
  moves: Trial["moves"];
  name: (slug: string | null) => string;
}

/** The first members who would move, each with a way to their page. */
export function Movers({ moves, name }: MoversProps) {
  const text = useText(messages);
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div>
        <Button variant="secondary" size="small" onClick={() => setOpen(true)}>
          {text("whoMoves")}
        </Button>
      </div>
    );
  return (
    <ul className="tiers-list" aria-label={text("whoMoves")}>
      {moves.map(({ memberId, email, name: called, fromTier, toTier }) => (
        <li key={memberId}>
          <Link className="quiet" to={`/members/${encodeURIComponent(memberId)}`}>
            {called || email}
          </Link>
          {called && <span className="grey">{email}</span>}
          <span className="grey">
            {name(fromTier)} → {name(toTier)}
          </span>
        </li>
      ))}
    </ul>
  );
}
