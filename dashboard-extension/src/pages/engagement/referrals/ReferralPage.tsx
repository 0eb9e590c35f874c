import "../engagement.css";

import { Users } from "lucide-react";
import { useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyReferralDocument } from "@/graphql/referral";
import { DetailPage } from "@/kit/Page";
import { Empty, Failed, Loading, NoAccess } from "@/kit/states";
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
  const text = useText(messages);
  const back = useBack();
  const { may } = useViewer();
  const [answer, again] = useQuery({
    query: LoyaltyReferralDocument,
    variables: { id },
    pause: !may("MANAGE_MEMBERS"),
  });
  const referral = answer.data?.loyaltyReferral;
  if (referral) return <OneReferral key={referral.id} referral={referral} onChanged={again} />;
  return (
    <DetailPage title={text("referral")} back={back}>
      {!may("MANAGE_MEMBERS") ? (
        <NoAccess />
      ) : answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : answer.fetching ? (
        <Loading />
      ) : (
        <Empty>{text("gone")}</Empty>
      )}
    </DetailPage>
  );
}
