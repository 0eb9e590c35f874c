import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { useText } from "@/kit/use-text";

import { giftParts } from "./gift-text";
import messages from "./messages";
import type { Decisions, Review } from "./use-decisions";

interface ButtonsProps {
  review: Review;
  decisions: Decisions;
  onRefuse: () => void;
}

/** What can be decided about a review as it stands. */
export function Buttons({ review, decisions, onRefuse }: ButtonsProps) {
  const intl = useIntl();
  const text = useText(messages);
  const { state } = review;
  const parts = giftParts(review.gift, text);
  const label =
    parts.length > 0 ? text("approveFor", { gift: intl.formatList(parts) }) : text("approve");
  if (state === "WITHDRAWN" || state === null) return null;
  return (
    <>
      {state !== "PENDING" && (
        <Button
          variant="secondary"
          disabled={decisions.busy}
          onClick={() => void decisions.reopen()}
        >
          {text("reopen")}
        </Button>
      )}
      {state !== "REFUSED" && (
        <Button variant="secondary" disabled={decisions.busy} onClick={onRefuse}>
          {text(state === "APPROVED" ? "takeDown" : "refuse")}
        </Button>
      )}
      {state === "PENDING" && (
        <Button
          variant="primary"
          disabled={decisions.busy}
          onClick={() => void decisions.approve()}
        >
          {label}
        </Button>
      )}
    </>
  );
}
