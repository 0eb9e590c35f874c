import { Button } from "@saleor/macaw-ui";
import { ClipboardList } from "lucide-react";
import { useIntl } from "react-intl";
import { useNavigate, useParams } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { Callout } from "@/kit/Card";
import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";
import { Beside } from "@/kit/programme/Beside";
import messages from "@/kit/programme/messages";
import { StandingPill } from "@/kit/programme/Standing";
import { useDraft } from "@/kit/programme/use-draft";
import { useProgramme } from "@/kit/programme/use-programme";
import { standingOf, type Programme, type Version } from "@/kit/programme/versions";
import { Loaded, NoAccess } from "@/kit/states";

import { MissingProgramme } from "./MissingProgramme";
import { ProgrammeParts } from "./ProgrammeParts";
import { RulesElsewhere } from "./RulesElsewhere";

export function Component() {
  const { may } = useViewer();
  return may("MANAGE_PROGRAMMES") ? <One /> : <NoAccess />;
}

function One() {
  const { id = "", number = "" } = useParams();
  const { answer, again } = useProgramme(id);
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyProgramme: programme }) => {
        const version = programme?.versions.find((one) => String(one.number) === number);
        if (!programme || !version) return <MissingProgramme />;
        const props = { programme, version, again };
        const key = `${version.id} ${version.state}`;
        return version.state === "DRAFT" ? (
          <Draft key={key} {...props} />
        ) : (
          <Fixed key={key} {...props} />
        );
      }}
    </Loaded>
  );
}

interface VersionProps {
  programme: Programme;
  version: Version;
  again: () => void;
}

function useHead({ programme, version }: VersionProps) {
  const intl = useIntl();
  const standing = standingOf(version, programme.versions, new Date());
  return {
    title: `${programme.name} · ${intl.formatMessage(messages.version, { number: version.number })}`,
    beside: <StandingPill standing={standing} />,
    back: {
      to: `/programme/${encodeURIComponent(programme.id)}`,
      label: programme.name,
      icon: <ClipboardList size={20} />,
    },
  };
}

function Draft(props: VersionProps) {
  const { programme, version, again } = props;
  const intl = useIntl();
  const navigate = useNavigate();
  const head = useHead(props);
  const draft = useDraft(version, again, () => setTimeout(() => navigate(head.back.to)));
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <DetailPage
      {...head}
      actions={
        <Button
          variant="primary"
          onClick={draft.askActivate}
          disabled={draft.dirty || draft.busy}
          title={draft.dirty ? text("unsaved") : undefined}
        >
          {text("activate")}
        </Button>
      }
      aside={<Beside programme={programme} version={version} tried={draft.tried} />}
      foot={
        <SaveBar
          onSave={() => void draft.save()}
          onBack={() => navigate(head.back.to)}
          onDelete={draft.askDelete}
          deleteLabel={text("deleteDraft")}
          saveLabel={text("saveDraft")}
          dirty={draft.dirty}
          saving={draft.busy}
        />
      }
    >
      <LeaveGuard dirty={draft.dirty} />
      {draft.dialogs}
      {draft.refused.map((message) => (
        <Callout key={message} mood="error">
          <p>{message}</p>
        </Callout>
      ))}
      <RulesElsewhere programme={programme} />
      <ProgrammeParts value={draft.config} onChange={draft.setConfig} faults={draft.faults} />
    </DetailPage>
  );
}

function Fixed(props: VersionProps) {
  const { programme, version } = props;
  const head = useHead(props);
  return (
    <DetailPage
      {...head}
      aside={<Beside programme={programme} version={version} tried={{ versionId: version.id }} />}
    >
      <RulesElsewhere programme={programme} />
      <ProgrammeParts value={version.config} onChange={() => undefined} faults={[]} disabled />
      {hasRules(version.config) && (
        <ConfigEditor
          subject="PROGRAMME"
          part="earning"
          only={["rules", "groups", "budgets", "caps"]}
          value={version.config}
          onChange={() => undefined}
          disabled
        />
      )}
    </DetailPage>
  );
}

function hasRules(config: unknown): boolean {
  const { earning } = config as { earning?: { rules?: unknown[] } };
  return (earning?.rules?.length ?? 0) > 0;
}
