import "../tiers.css";

import { Button } from "@saleor/macaw-ui";
import { useNavigate } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { LoyaltyLadderDraftDocument } from "@/graphql/ladder_draft";
import { useAction } from "@/kit/action";
import { Callout, Card, Facts } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { DetailPage } from "@/kit/Page";
import { Empty, Loaded } from "@/kit/states";
import { useText } from "@/kit/use-text";

import { Needs } from "../Needs";
import { draftOf, startingLadder, type Ladder } from "./ladder";
import messages from "./messages";
import { Rules } from "./Rules";
import { TierTable } from "./TierTable";
import { useLadder } from "./use-ladder";
import { VersionsCard } from "./VersionsCard";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <Page />
    </Needs>
  );
}

function Page() {
  const { answer, again } = useLadder();
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyLadder: ladder }) => ladder && <Shown ladder={ladder} again={again} />}
    </Loaded>
  );
}

function Shown({ ladder, again }: { ladder: Ladder; again: () => void }) {
  const text = useText(messages);
  const navigate = useNavigate();
  const { shop } = useViewer();
  const open = useAction(LoyaltyLadderDraftDocument);
  const { inForce } = ladder;
  const draft = draftOf(ladder);
  const change = async () => {
    if (draft) return navigate(`/tiers/ladder/${draft.number}`);
    const config = inForce ? undefined : startingLadder(shop.timeZone);
    const outcome = await open.run({ config });
    if (!outcome.done || !outcome.payload.version) return;
    again();
    navigate(`/tiers/ladder/${outcome.payload.version.number}`);
  };
  const label = text(draft ? "openDraft" : inForce ? "change" : "begin");
  return (
    <DetailPage
      title={text("title")}
      actions={
        <Button variant="primary" disabled={open.busy} onClick={() => void change()}>
          {label}
        </Button>
      }
      aside={
        <>
          {inForce && <Standing ladder={ladder} />}
          <VersionsCard ladder={ladder} />
        </>
      }
    >
      {draft && (
        <Callout mood="warning" title={text("draft")}>
          <p>{text("draftWaits", { number: draft.number })}</p>
        </Callout>
      )}
      <Placing ladder={ladder} />
      {inForce ? (
        <>
          <Card title={text("tiers")} flush>
            <TierTable config={inForce.config} />
          </Card>
          <Rules config={inForce.config} without={["tiers"]} />
        </>
      ) : (
        <Empty>{text("none")}</Empty>
      )}
    </DetailPage>
  );
}

/** Said while the worker has not gone through everybody. */
function Placing({ ladder: { inForce, everybodyPlaced } }: { ladder: Ladder }) {
  const text = useText(messages);
  const format = useFormat();
  if (!inForce || everybodyPlaced) return null;
  return (
    <div role="status">
      <Callout title={text("placingTitle")}>
        <p>{text("placing", { number: inForce.number, date: format.moment(inForce.validFrom) })}</p>
      </Callout>
    </div>
  );
}

function Standing({ ladder: { inForce, everybodyPlaced } }: { ladder: Ladder }) {
  const text = useText(messages);
  const format = useFormat();
  return (
    <Card title={text("status")}>
      <Facts
        facts={[
          { label: text("inForce"), value: text("version", { number: inForce?.number ?? 0 }) },
          { label: text("since"), value: format.date(inForce?.validFrom) },
          { label: text("placed"), value: text(everybodyPlaced ? "placedYes" : "placedNo") },
        ]}
      />
    </Card>
  );
}
