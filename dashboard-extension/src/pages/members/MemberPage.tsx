import { Button } from "@saleor/macaw-ui";
import { CircleUser } from "lucide-react";
import { useState } from "react";
import { useParams } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { LoyaltyMemberHeadDocument } from "@/graphql/member_head";
import { Callout, Pill } from "@/kit/Card";
import { DetailPage } from "@/kit/Page";
import { Loaded } from "@/kit/states";

import { DetailsCard } from "./cards/DetailsCard";
import { DoesCard } from "./cards/DoesCard";
import { HasCard } from "./cards/HasCard";
import { HistoryCard } from "./cards/HistoryCard";
import { Kpis } from "./cards/Kpis";
import { LotsCard } from "./cards/LotsCard";
import { MembershipsCard } from "./cards/MembershipsCard";
import { RedemptionsCard } from "./cards/RedemptionsCard";
import { TierCard } from "./cards/TierCard";
import { TimelineCard } from "./cards/TimelineCard";
import { AdjustDialog } from "./dialogs/AdjustDialog";
import { FreshProvider, useFreshQuery } from "./fresh";
import { stateOf, type Head } from "./state";
import { useText } from "./text";

import "./members.css";

export function Component() {
  const { id = "" } = useParams();
  return (
    <FreshProvider key={id}>
      <MemberPage id={id} />
    </FreshProvider>
  );
}

function MemberPage({ id }: { id: string }) {
  const text = useText();
  const [answer, again] = useFreshQuery({ query: LoyaltyMemberHeadDocument, variables: { id } });
  const found = answer.data?.loyaltyMember;
  const member = found?.id ? (found as Head) : undefined;
  const back = { to: "/members", label: text("all"), icon: <CircleUser size={20} /> };
  if (!member)
    return (
      <DetailPage title={text("member")} back={back}>
        <Loaded answer={answer} retry={again}>
          {() => <Callout mood="warning" title={text("noSuchMember")} />}
        </Loaded>
      </DetailPage>
    );
  return (
    <DetailPage
      title={member.email}
      back={back}
      beside={<Pills member={member} />}
      actions={<Actions member={member} />}
      aside={
        <>
          <DetailsCard member={member} />
          <DoesCard id={id} />
        </>
      }
    >
      <MemberCards member={member} />
    </DetailPage>
  );
}

function MemberCards({ member }: { member: Head }) {
  const text = useText();
  const { may } = useViewer();
  const { id } = member;
  const open = stateOf(member) !== "merged";
  return (
    <>
      {!open && (
        <Callout title={text("mergedTitle")}>
          <p>{text("mergedText")}</p>
        </Callout>
      )}
      <Kpis member={member} />
      <TierCard id={id} open={open} />
      <LotsCard id={id} open={open} />
      <HistoryCard id={id} />
      <MembershipsCard id={id} open={open} />
      {may("MANAGE_ORDERS") && <RedemptionsCard id={id} email={member.email} />}
      <HasCard id={id} />
      <TimelineCard id={id} />
    </>
  );
}

function Pills({ member }: { member: Head }) {
  const text = useText();
  const state = stateOf(member);
  return (
    <>
      {member.tier && <Pill mood="info">{member.tier.name}</Pill>}
      {state !== "active" && <Pill>{text(`state_${state}`)}</Pill>}
    </>
  );
}

function Actions({ member }: { member: Head }) {
  const text = useText();
  const { may } = useViewer();
  const [adjusting, setAdjusting] = useState(false);
  if (!may("MANAGE_POINTS") || stateOf(member) === "merged") return null;
  return (
    <>
      <Button variant="primary" onClick={() => setAdjusting(true)}>
        {text("adjust")}
      </Button>
      {adjusting && <AdjustDialog member={member} onClose={() => setAdjusting(false)} />}
    </>
  );
}
