import { Button, Text } from "@saleor/macaw-ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";

import { DetailPage } from "@/kit/Page";
import { useText } from "@/kit/use-text";

import { useKeys } from "../use-keys";
import { Buttons } from "./Buttons";
import messages from "./messages";
import { RefuseDialog } from "./RefuseDialog";
import { useBack } from "./ReviewPage";
import { ReviewAside, ReviewView } from "./ReviewView";
import { useDecisions, type Review } from "./use-decisions";

interface QueuedReviewProps {
  review: Review;
  place: number;
  count: number;
  /** There are more than were loaded. */
  endless: boolean;
  onDecided: () => void;
  onChanged: () => void;
  onMove: (by: number) => void;
}

export function QueuedReview(props: QueuedReviewProps) {
  const { review, place, count, endless, onDecided, onChanged, onMove } = props;
  const text = useText(messages);
  const back = useBack();
  // An answer leaves it where it is; a decision takes it out of the queue.
  const decisions = useDecisions(review, onChanged);
  const [refusing, setRefusing] = useState(false);
  const deciding = {
    ...decisions,
    approve: async () => {
      const done = await decisions.approve();
      if (done) onDecided();
      return done;
    },
    refuse: async (reason: string) => {
      const refusals = await decisions.refuse(reason);
      if (refusals.length === 0) onDecided();
      return refusals;
    },
  };
  const waits = review.state === "PENDING";
  useKeys({
    a: waits ? () => void deciding.approve() : undefined,
    r: waits ? () => setRefusing(true) : undefined,
    n: () => onMove(1),
    ArrowRight: () => onMove(1),
    p: () => onMove(-1),
    ArrowLeft: () => onMove(-1),
  });
  return (
    <DetailPage
      title={review.productName || review.productId}
      back={back}
      beside={
        <Text size={3} color="default2" whiteSpace="nowrap">
          {text(endless ? "placeOfMore" : "placeOf", { place, count })}
        </Text>
      }
      actions={
        <>
          <Button
            variant="secondary"
            icon={<ChevronLeft size={20} strokeWidth={1.5} />}
            aria-label={text("previous")}
            title={text("previous")}
            disabled={place === 1}
            onClick={() => onMove(-1)}
          />
          <Button
            variant="secondary"
            icon={<ChevronRight size={20} strokeWidth={1.5} />}
            aria-label={text("skip")}
            title={text("skip")}
            onClick={() => onMove(1)}
          />
          <Buttons review={review} decisions={deciding} onRefuse={() => setRefusing(true)} />
        </>
      }
      aside={<ReviewAside review={review} />}
    >
      <ReviewView review={review} decisions={decisions} />
      <Text size={2} color="default2" className="keys">
        {text("keys")}
      </Text>
      {refusing && (
        <RefuseDialog review={review} decisions={deciding} onClose={() => setRefusing(false)} />
      )}
    </DetailPage>
  );
}
