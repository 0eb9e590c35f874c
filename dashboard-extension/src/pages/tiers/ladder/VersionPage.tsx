import "../tiers.css";

import { Button } from "@saleor/macaw-ui";
import { Medal } from "lucide-react";
import { useNavigate, useParams } from "react-router-dom";

import { Callout, Card } from "@/kit/Card";
import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";
import { Loaded, Loading } from "@/kit/states";
import { useText } from "@/kit/use-text";
import { Differences } from "@/kit/versions/Differences";

import { Needs } from "../Needs";
import { CopyVersion } from "./CopyVersion";
import { comparedWith, isOvertaken, standingOf, type Ladder, type Version } from "./ladder";
import messages from "./messages";
import { Oddities } from "./Oddities";
import { Rules } from "./Rules";
import { StandingPill } from "./StandingPill";
import { TierTable } from "./TierTable";
import { TrialCard } from "./TrialCard";
import { useDraft } from "./use-draft";
import { useLadder } from "./use-ladder";
import { useTrial } from "./use-trial";
import { VersionsCard } from "./VersionsCard";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <One />
    </Needs>
  );
}

function One() {
  const { number = "" } = useParams();
  const { answer, again } = useLadder();
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyLadder: ladder }) => {
        const version = ladder?.versions.find((one) => String(one.number) === number);
        // One just made is on its way.
        if (!version && answer.fetching) return <Loading />;
        if (!ladder || !version) return <Missing />;
        return version.state === "DRAFT" ? (
          <Draft key={version.id} ladder={ladder} version={version} again={again} />
        ) : (
          <Fixed key={version.id} ladder={ladder} version={version} again={again} />
        );
      }}
    </Loaded>
  );
}

function useBack() {
  const text = useText(messages);
  return { to: "/tiers/ladder", label: text("title"), icon: <Medal size={20} /> };
}

function useHead(ladder: Ladder, version: Version) {
  const text = useText(messages);
  return {
    title: `${text("title")} · ${text("version", { number: version.number })}`,
    beside: <StandingPill standing={standingOf(version, ladder.inForce)} />,
    back: useBack(),
  };
}

function Missing() {
  const text = useText(messages);
  return (
    <DetailPage title={text("title")} back={useBack()}>
      <Callout mood="warning">
        <p>{text("gone")}</p>
      </Callout>
    </DetailPage>
  );
}

interface VersionProps {
  ladder: Ladder;
  version: Version;
  again: () => void;
}

function Draft({ ladder, version, again }: VersionProps) {
  const text = useText(messages);
  const navigate = useNavigate();
  const head = useHead(ladder, version);
  const trying = useTrial(version);
  const draft = useDraft({
    ladder,
    version,
    trying,
    changed: again,
    // After the form is clean, or its guard would ask.
    deleted: () => setTimeout(() => (again(), navigate(head.back.to))),
  });
  const { dirty, values, set } = draft.form;
  const overtaken = isOvertaken(version, ladder.inForce);
  return (
    <DetailPage
      {...head}
      actions={
        <Button
          variant="primary"
          onClick={draft.askActivate}
          disabled={dirty || draft.busy || overtaken}
          title={dirty ? text("unsaved") : undefined}
        >
          {text("activate")}
        </Button>
      }
      aside={
        <>
          <TrialCard ladder={ladder} version={version} trying={trying} dirty={dirty} />
          <Changes ladder={ladder} version={version} />
          <VersionsCard ladder={ladder} />
        </>
      }
      foot={
        <SaveBar
          onSave={() => void draft.save()}
          onBack={() => navigate(head.back.to)}
          onDelete={draft.askDelete}
          deleteLabel={text("deleteDraft")}
          saveLabel={text("saveDraft")}
          dirty={dirty}
          saving={draft.busy}
        />
      }
    >
      <LeaveGuard dirty={dirty} />
      {draft.dialog}
      {overtaken && (
        <Callout mood="warning" title={text("overtakenTitle")}>
          <p>{text("overtaken", { number: ladder.inForce?.number ?? 0 })}</p>
          <div className="tiers-next">
            <CopyVersion ladder={ladder} version={version} again={again} />
          </div>
        </Callout>
      )}
      {draft.refused.map((message) => (
        <Callout key={message} mood="error">
          <p>{message}</p>
          {draft.stale && (
            <div className="tiers-next">
              <Button variant="secondary" onClick={draft.reload}>
                {text("reload")}
              </Button>
            </div>
          )}
        </Callout>
      ))}
      {!overtaken && <Oddities config={values.config} />}
      <ConfigEditor
        subject="LADDER"
        value={values.config}
        onChange={(config) => set("config", config)}
        faults={draft.faults}
      />
    </DetailPage>
  );
}

function Fixed({ ladder, version, again }: VersionProps) {
  const text = useText(messages);
  const aside = (
    <>
      <Changes ladder={ladder} version={version} />
      <VersionsCard ladder={ladder} />
    </>
  );
  return (
    <DetailPage
      {...useHead(ladder, version)}
      actions={<CopyVersion ladder={ladder} version={version} again={again} />}
      aside={aside}
    >
      <Card title={text("tiersOfVersion")} flush>
        <TierTable config={version.config} />
      </Card>
      <Rules config={version.config} />
    </DetailPage>
  );
}

function Changes({ ladder, version }: { ladder: Ladder; version: Version }) {
  return (
    <Differences
      subject="LADDER"
      version={version}
      versions={ladder.versions}
      first={comparedWith(version, ladder)}
    />
  );
}
