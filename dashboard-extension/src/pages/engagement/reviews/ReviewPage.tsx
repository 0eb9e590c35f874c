import "../engagement.css";

import { MessageSquareText } from "lucide-react";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyReviewDocument } from "@/graphql/review";
import { OnePage } from "@/kit/OnePage";
import { DetailPage } from "@/kit/Page";
import { useText } from "@/kit/use-text";

import { Buttons } from "./Buttons";
import { StatePill } from "./marks";
import messages from "./messages";
import { RefuseDialog } from "./RefuseDialog";
import { ReviewAside, ReviewView } from "./ReviewView";
import { useDecisions, type Review } from "./use-decisions";

export function useBack() {
  const text = useText(messages);
  return {
    to: "/engagement/reviews",
    label: text("all"),
    icon: <MessageSquareText size={20} strokeWidth={1.5} />,
  };
}

export function Component() {
  const { id = "" } = useParams();
  const back = useBack();
  const { may } = useViewer();
  const [answer, again] = useQuery({
    query: LoyaltyReviewDocument,
    variables: { id },
    pause: !may("MANAGE_MEMBERS"),
  });
  return (
    <OnePage
      permission="MANAGE_MEMBERS"
      back={back}
      answer={answer}
      retry={again}
      one={answer.data?.loyaltyReview}
    >
      {(review) => <OneReview key={review.id} review={review} onChanged={again} />}
    </OnePage>
  );
}

function OneReview({ review, onChanged }: { review: Review; onChanged: () => void }) {
  const text = useText(messages);
  const back = useBack();
  const decisions = useDecisions(review, onChanged);
  const [refusing, setRefusing] = useState(false);
  return (
    <DetailPage
      title={text("reviewOf", { product: review.productName || review.productId })}
      back={back}
      beside={<StatePill state={review.state} />}
      actions={<Buttons review={review} decisions={decisions} onRefuse={() => setRefusing(true)} />}
      aside={<ReviewAside review={review} />}
    >
      <ReviewView review={review} decisions={decisions} />
      {refusing && (
        <RefuseDialog review={review} decisions={decisions} onClose={() => setRefusing(false)} />
      )}
    </DetailPage>
  );
}
