import "./programme.css";

import { Button } from "@saleor/macaw-ui";
import { ClipboardList } from "lucide-react";
import { useIntl } from "react-intl";
import { Link, useNavigate, useParams } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { LoyaltyProgrammeArchiveDocument } from "@/graphql/programme_archive";
import { LoyaltyProgrammeDraftDocument } from "@/graphql/programme_draft";
import { useAction } from "@/kit/action";
import { Callout, Card, Pill } from "@/kit/Card";
import { useConfirm } from "@/kit/Dialog";
import { useFormat } from "@/kit/format";
import { DetailPage } from "@/kit/Page";
import messages from "@/kit/programme/messages";
import { StandingPill } from "@/kit/programme/Standing";
import { useProgramme } from "@/kit/programme/use-programme";
import { draftOf, inForce, standingOf, type Programme } from "@/kit/programme/versions";
import { Loaded, NoAccess } from "@/kit/states";

import { DetailsCard } from "./DetailsCard";
import { MissingProgramme } from "./MissingProgramme";
import { ProgrammeParts } from "./ProgrammeParts";
import { RulesElsewhere } from "./RulesElsewhere";

export function Component() {
  const { may } = useViewer();
  return may("MANAGE_PROGRAMMES") ? <One /> : <NoAccess />;
}

function One() {
  const { id = "" } = useParams();
  const { answer, again } = useProgramme(id);
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyProgramme: programme }) =>
        programme ? <Shown programme={programme} again={again} /> : <MissingProgramme />
      }
    </Loaded>
  );
}

function Shown({ programme, again }: { programme: Programme; again: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const open = useAction(LoyaltyProgrammeDraftDocument);
  const archive = useAction(LoyaltyProgrammeArchiveDocument, { success: text("archiveDone") });
  const confirm = useConfirm();
  const draft = draftOf(programme.versions);
  const current = inForce(programme.versions, new Date());
  const address = (number: number) =>
    `/programme/${encodeURIComponent(programme.id)}/versions/${number}`;
  const change = async () => {
    if (draft) return navigate(address(draft.number));
    const outcome = await open.run({ programmeId: programme.id });
    if (outcome.done && outcome.payload.version) navigate(address(outcome.payload.version.number));
  };
  const askArchive = () =>
    confirm.ask({
      title: intl.formatMessage(messages.archiveTitle, { name: programme.name }),
      text: text("archiveText"),
      confirm: text("archive"),
      destructive: true,
      act: async () => {
        await archive.run({ id: programme.id });
        again();
      },
    });
  return (
    <DetailPage
      title={programme.name}
      beside={
        programme.active ? (
          <Pill mood={current ? "success" : "neutral"}>{text(current ? "active" : "notYet")}</Pill>
        ) : (
          <Pill>{text("archived")}</Pill>
        )
      }
      back={{ to: "/programme?all=1", label: text("all"), icon: <ClipboardList size={20} /> }}
      actions={
        programme.active && (
          <>
            <Button variant="secondary" onClick={askArchive}>
              {text("archive")}
            </Button>
            <Button variant="primary" onClick={() => void change()} disabled={open.busy}>
              {text(draft ? "openDraft" : "change")}
            </Button>
          </>
        )
      }
      aside={
        <>
          <DetailsCard programme={programme} again={again} />
          <Versions programme={programme} address={address} />
        </>
      }
    >
      {confirm.dialog}
      {draft && (
        <Callout mood="warning" title={text("draft")}>
          <p>{intl.formatMessage(messages.draftWaits, { number: draft.number })}</p>
        </Callout>
      )}
      <RulesElsewhere programme={programme} />
      {current && (
        <ProgrammeParts value={current.config} onChange={() => undefined} faults={[]} disabled />
      )}
    </DetailPage>
  );
}

function Versions({
  programme,
  address,
}: {
  programme: Programme;
  address: (number: number) => string;
}) {
  const intl = useIntl();
  const format = useFormat();
  const now = new Date();
  return (
    <Card title={intl.formatMessage(messages.versions)}>
      <ul className="programme-versions">
        {programme.versions.map((version) => (
          <li key={version.id}>
            <Link className="quiet" to={address(version.number)}>
              {intl.formatMessage(messages.version, { number: version.number })}
            </Link>
            <StandingPill standing={standingOf(version, programme.versions, now)} />
            <span className="grey">
              {version.validFrom ? format.moment(version.validFrom) : ""}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
