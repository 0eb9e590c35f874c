import { LoyaltyReviewAnswerDocument } from "@/graphql/review_answer";
import { LoyaltyReviewApproveDocument } from "@/graphql/review_approve";
import { LoyaltyReviewRefuseDocument } from "@/graphql/review_refuse";
import { LoyaltyReviewReopenDocument } from "@/graphql/review_reopen";
import type { LoyaltyReviewQuery } from "@/graphql/review";
import { useAction, type Refusal } from "@/kit/action";
import { useText } from "@/kit/use-text";

import messages from "./messages";

export type Review = NonNullable<LoyaltyReviewQuery["loyaltyReview"]>;

/**
 * What staff can do about a review; each says whether it was done. Either way it is asked for anew:
 * what was refused, somebody else has changed.
 */
export function useDecisions(review: Review, onChanged: () => void) {
  const text = useText(messages);
  const approve = useAction(LoyaltyReviewApproveDocument, { success: text("approved") });
  const refuse = useAction(LoyaltyReviewRefuseDocument, { success: text("refused"), silent: true });
  const answer = useAction(LoyaltyReviewAnswerDocument, {
    success: text("answered"),
    silent: true,
  });
  const reopen = useAction(LoyaltyReviewReopenDocument, { success: text("reopened") });
  const { id } = review;
  const revision = review.revision ?? "";
  const told = async (going: Promise<{ done: boolean }>) => {
    const { done } = await going;
    onChanged();
    return done;
  };
  return {
    approve: () => told(approve.run({ id, revision })),
    /** Why it was not done; nothing where it was. */
    refuse: async (reason: string): Promise<Refusal[]> => {
      const outcome = await refuse.run({ id, reason, revision });
      onChanged();
      return outcome.done ? [] : outcome.errors;
    },
    answer: (said: string) => told(answer.run({ id, text: said })),
    reopen: () => told(reopen.run({ id })),
    answerRefusals: answer.errors,
    busy: approve.busy || refuse.busy || answer.busy || reopen.busy,
  };
}

export type Decisions = ReturnType<typeof useDecisions>;
