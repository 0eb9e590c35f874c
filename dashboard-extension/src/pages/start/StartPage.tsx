import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import type { LoyaltyStarterKind } from "@/graphql/schema";
import { LoyaltyStartDocument } from "@/graphql/start";
import { LoyaltyStartersDocument } from "@/graphql/starters";
import { useAction } from "@/kit/action";
import { Callout, Card } from "@/kit/Card";
import { useConfirm } from "@/kit/Dialog";
import { DetailPage } from "@/kit/Page";
import { Loaded, NoAccess } from "@/kit/states";

import { Choices } from "./Choices";
import { LastQuestions } from "./LastQuestions";
import messages from "./messages";
import { Preview } from "./Preview";
import { RatesCard } from "./RatesCard";
import { ownZone, zoneToBegin } from "./zone";
import "./start.css";

/** From an empty shop to a programme in force: choose, look at past orders, go. */
export function Component() {
  const intl = useIntl();
  const { may, shop } = useViewer();
  if (!may("MANAGE_PROGRAMMES")) return <NoAccess />;
  if (shop.hasProgramme) return <Already />;
  if (!shop.channels.some(({ active }) => active))
    return (
      <DetailPage title={intl.formatMessage(messages.title)}>
        <Callout mood="warning">
          <p>{intl.formatMessage(messages.noChannels)}</p>
        </Callout>
      </DetailPage>
    );
  return <Start />;
}

function Already() {
  const intl = useIntl();
  const navigate = useNavigate();
  return (
    <DetailPage title={intl.formatMessage(messages.title)}>
      <Callout title={intl.formatMessage(messages.already)}>
        <p>{intl.formatMessage(messages.alreadyText)}</p>
      </Callout>
      <div>
        <Button variant="secondary" onClick={() => navigate("/programme")}>
          {intl.formatMessage(messages.openProgramme)}
        </Button>
      </div>
    </DetailPage>
  );
}

function Start() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { shop, again } = useViewer();
  const [kind, setKind] = useState<LoyaltyStarterKind>("POINTS");
  const [timeZone, setTimeZone] = useState(zoneToBegin(shop.timeZone, ownZone()));
  const [variant, setVariant] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [starters, askStarters] = useQuery({ query: LoyaltyStartersDocument });
  const start = useAction(LoyaltyStartDocument, { success: intl.formatMessage(messages.started) });
  const { ask, dialog } = useConfirm();
  const chosen = starters.data?.loyaltyStarters?.find((one) => one.kind === kind);
  const lacksVariant = Boolean(chosen?.needsVariant) && variant === null;

  const go = async () => {
    const { done } = await start.run({
      kind,
      timeZone,
      variantId: chosen?.needsVariant ? variant : null,
    });
    if (!done) return;
    again();
    navigate("/");
  };
  const press = () => {
    setAsked(true);
    if (lacksVariant) return;
    ask({
      title: intl.formatMessage(messages.goTitle, { name: intl.formatMessage(messages[kind]) }),
      text: intl.formatMessage(messages.goText),
      confirm: intl.formatMessage(messages.go),
      act: go,
    });
  };

  return (
    <DetailPage
      title={intl.formatMessage(messages.title)}
      actions={
        <Button variant="primary" onClick={press} disabled={!chosen || start.busy}>
          {intl.formatMessage(messages.go)}
        </Button>
      }
    >
      <Loaded answer={starters} retry={askStarters}>
        {({ loyaltyStarters }) => (
          <>
            <Card
              title={intl.formatMessage(messages.choose)}
              intro={intl.formatMessage(messages.chooseIntro)}
            >
              <Choices
                kinds={(loyaltyStarters ?? []).map((one) => one.kind)}
                chosen={kind}
                onChoose={setKind}
              />
            </Card>
            {chosen && <RatesCard programme={chosen.programme} />}
            <LastQuestions
              timeZone={timeZone}
              onTimeZone={setTimeZone}
              variant={chosen?.needsVariant ? { value: variant, onChange: setVariant } : undefined}
              problem={asked && lacksVariant}
            />
            <Preview kind={kind} />
          </>
        )}
      </Loaded>
      {dialog}
    </DetailPage>
  );
}
