import "../rewards.css";

import { Button } from "@saleor/macaw-ui";
import { Users } from "lucide-react";
import { useIntl } from "react-intl";
import { useParams } from "react-router-dom";
import { useQuery } from "urql";

import { LoyaltyGroupEndDocument } from "@/graphql/group_end";
import { LoyaltyGroupsDocument } from "@/graphql/groups";
import { useAction } from "@/kit/action";
import { useActors } from "@/kit/actors";
import { reasonField, useAsk } from "@/kit/AskDialog";
import { Card, Facts, Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { OnePage } from "@/kit/OnePage";
import { DetailPage } from "@/kit/Page";

import { groupStates, type Group } from "./columns";
import messages from "./messages";
import { Seats } from "./Seats";

function useBack() {
  const intl = useIntl();
  return {
    to: "/rewards/group-buys/groups",
    label: intl.formatMessage(messages.allGroups),
    icon: <Users size={20} />,
  };
}

export function Component() {
  const { code = "" } = useParams();
  const back = useBack();
  const [answer, ask] = useQuery({ query: LoyaltyGroupsDocument, variables: { code, first: 1 } });
  const again = () => ask({ requestPolicy: "network-only" });
  return (
    <OnePage
      permission="MANAGE_ORDERS"
      back={back}
      answer={answer}
      retry={again}
      one={answer.data?.loyaltyGroups?.edges[0]?.node}
    >
      {(group) => <Shown group={group} again={again} />}
    </OnePage>
  );
}

function Shown({ group, again }: { group: Group; again: () => void }) {
  const intl = useIntl();
  const format = useFormat();
  const nameOf = useActors([group.endedBy]);
  const { buttons, dialog } = useEnd(group, again);
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const { label, mood } = groupStates[group.state];
  const facts = [
    { label: text("offer"), value: group.offer.name },
    {
      label: text("seats"),
      value: intl.formatMessage(messages.paidOf, group as { paid: number; size: number }),
    },
    { label: text("taken"), value: format.number(group.taken) },
    { label: text("closes"), value: format.moment(group.closesAt) },
    ...(group.endedAt ? [{ label: text("ended"), value: format.moment(group.endedAt) }] : []),
    ...(group.endedBy ? [{ label: text("endedBy"), value: nameOf(group.endedBy) }] : []),
    ...(group.endedBecause ? [{ label: text("endedBecause"), value: group.endedBecause }] : []),
  ];
  return (
    <DetailPage
      title={intl.formatMessage(messages.groupOf, { code: group.code })}
      beside={<Pill mood={mood}>{intl.formatMessage(label)}</Pill>}
      back={useBack()}
      actions={buttons}
    >
      <Card title={text("group")}>
        <Facts facts={facts} />
      </Card>
      <Seats seats={group.seats} />
      {dialog}
    </DetailPage>
  );
}

function useEnd(group: Group, again: () => void) {
  const intl = useIntl();
  const { ask, dialog } = useAsk();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const confirmed = useAction(LoyaltyGroupEndDocument, {
    success: text("confirmedNow"),
    silent: true,
  });
  const cancelled = useAction(LoyaltyGroupEndDocument, {
    success: text("cancelledNow"),
    silent: true,
  });
  const { id, paid, size, state } = group;
  const end = (confirm: boolean) => {
    const action = confirm ? confirmed : cancelled;
    ask({
      title: text(confirm ? "confirmTitle" : "cancelTitle"),
      text: confirm
        ? intl.formatMessage(messages.confirmText, { paid, missing: size - paid })
        : intl.formatMessage(messages.cancelText, { paid }),
      fields: [reasonField(text("reason"), text("reasonHint"))],
      confirm: text(confirm ? "confirmGroup" : "cancelGroup"),
      destructive: !confirm,
      act: async ({ reason = "" }) => {
        const outcome = await action.run({ id, confirm, reason });
        // Refused as well: it may have ended meanwhile.
        again();
        return outcome.done ? [] : outcome.errors;
      },
    });
  };
  const buttons = state === "OPEN" && (
    <>
      <Button variant="secondary" onClick={() => end(false)}>
        {text("cancelGroup")}
      </Button>
      {paid > 0 && (
        <Button variant="primary" onClick={() => end(true)}>
          {text("confirmGroup")}
        </Button>
      )}
    </>
  );
  return { buttons, dialog };
}
