import "../engagement.css";

import { Users } from "lucide-react";
import { useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyReferralDocument } from "@/graphql/referral";
import { OnePage } from "@/kit/OnePage";
import { useText } from "@/kit/use-text";

import { OneReferral } from "./OneReferral";
import messages from "./messages";

export function useBack() {
  const text = useText(messages);
  return {
    to: "/engagement/referrals",
    label: text("title"),
    icon: <Users size={20} strokeWidth={1.5} />,
  };
}

export function Component() {
  const { id = "" } = useParams();
  const back = useBack();
  const { may } = useViewer();
  const [answer, again] = useQuery({
    query: LoyaltyReferralDocument,
    variables: { id },
    pause: !may("MANAGE_MEMBERS"),
  });
  return (
    <OnePage
      permission="MANAGE_MEMBERS"
      back={back}
      answer={answer}
      retry={again}
      one={answer.data?.loyaltyReferral}
    >
      {(referral) => <OneReferral key={referral.id} referral={referral} onChanged={again} />}
    </OnePage>
  );
}
