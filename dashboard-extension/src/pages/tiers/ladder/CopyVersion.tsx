import { Button } from "@saleor/macaw-ui";
import { useNavigate } from "react-router-dom";

import { LoyaltyLadderDraftDocument } from "@/graphql/ladder_draft";
import { useAction } from "@/kit/action";
import { useText } from "@/kit/use-text";

import { draftOf, type Ladder, type Version } from "./ladder";
import messages from "./messages";

interface CopyVersionProps {
  ladder: Ladder;
  version: Version;
  again: () => void;
}

/** A new draft that says what a version says; not while another draft is being written. */
export function CopyVersion({ ladder, version, again }: CopyVersionProps) {
  const text = useText(messages);
  const navigate = useNavigate();
  const open = useAction(LoyaltyLadderDraftDocument);
  if (draftOf(ladder)) return null;
  const copy = async () => {
    const outcome = await open.run({ config: version.config });
    // Refused as well: the button may be there no more.
    again();
    if (outcome.done && outcome.payload.version)
      navigate(`/tiers/ladder/${outcome.payload.version.number}`);
  };
  return (
    <Button variant="secondary" disabled={open.busy} onClick={() => void copy()}>
      {text("copy")}
    </Button>
  );
}
