import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useNavigate, useSearchParams } from "react-router-dom";

import { LoyaltyProgrammeDraftDocument } from "@/graphql/programme_draft";
import { useAction } from "@/kit/action";
import { Callout, Card } from "@/kit/Card";
import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { SelectField } from "@/kit/fields";
import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";
import { Beside } from "@/kit/programme/Beside";
import programmeMessages from "@/kit/programme/messages";
import { StandingPill } from "@/kit/programme/Standing";
import { useDraft } from "@/kit/programme/use-draft";
import { useProgramme } from "@/kit/programme/use-programme";
import { draftOf, inForce, type Programme, type Version } from "@/kit/programme/versions";
import { Loaded } from "@/kit/states";

import messages from "./messages";
import { type ProgrammeChoice, WithProgrammes } from "./Programmes";
import { RuleTable } from "./RuleTable";

const RULES = ["rules"];
const TOGETHER = ["stacking", "groups", "caps", "budgets"];

export function Component() {
  const intl = useIntl();
  return (
    <WithProgrammes title={intl.formatMessage(messages.earning)}>
      {(programmes) => <Chosen programmes={programmes} />}
    </WithProgrammes>
  );
}

function Chosen({ programmes }: { programmes: ProgrammeChoice[] }) {
  const [params, setParams] = useSearchParams();
  const wanted = params.get("programme");
  const chosen = programmes.find(({ slug }) => slug === wanted) ?? programmes[0]!;
  const { answer, again } = useProgramme(chosen.id);
  const intl = useIntl();
  const choice = programmes.length > 1 && (
    <SelectField
      label={intl.formatMessage(messages.programme)}
      value={chosen.slug}
      choices={programmes.map(({ slug, name }) => ({ value: slug, label: name }))}
      onChange={(slug) => setParams({ programme: slug })}
    />
  );
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyProgramme: programme }) => {
        if (!programme) return null;
        const draft = draftOf(programme.versions);
        const props = { programme, again, choice };
        return draft ? (
          <Writing key={draft.id} version={draft} {...props} />
        ) : (
          <Shown key={programme.id} version={inForce(programme.versions, new Date())} {...props} />
        );
      }}
    </Loaded>
  );
}

interface RulesProps {
  programme: Programme;
  again: () => void;
  choice: React.ReactNode;
}

function Writing({ programme, version, again, choice }: RulesProps & { version: Version }) {
  const intl = useIntl();
  const draft = useDraft(version, again, again);
  const edited = {
    subject: "PROGRAMME" as const,
    part: "earning",
    value: draft.config,
    onChange: draft.setConfig,
    faults: draft.faults,
  };
  return (
    <DetailPage
      title={intl.formatMessage(messages.earning)}
      beside={<StandingPill standing="draft" />}
      actions={
        <Button
          variant="primary"
          onClick={draft.askActivate}
          disabled={draft.dirty || draft.busy}
          title={draft.dirty ? intl.formatMessage(programmeMessages.unsaved) : undefined}
        >
          {intl.formatMessage(programmeMessages.activate)}
        </Button>
      }
      aside={<Beside programme={programme} version={version} tried={draft.tried} />}
      foot={
        <SaveBar
          onSave={() => void draft.save()}
          onBack={draft.undo}
          onDelete={draft.askDelete}
          deleteLabel={intl.formatMessage(programmeMessages.deleteDraft)}
          saveLabel={intl.formatMessage(programmeMessages.saveDraft)}
          dirty={draft.dirty}
          saving={draft.busy}
        />
      }
    >
      <LeaveGuard dirty={draft.dirty} />
      {draft.dialogs}
      {choice}
      <Callout mood="warning">
        <p>{intl.formatMessage(messages.draftRules, { number: version.number })}</p>
      </Callout>
      {draft.refused.map((message) => (
        <Callout key={message} mood="error">
          <p>{message}</p>
        </Callout>
      ))}
      <Card
        title={intl.formatMessage(messages.earning)}
        intro={intl.formatMessage(messages.earningIntro)}
      >
        <ConfigEditor {...edited} plain bare only={RULES} />
      </Card>
      <Card
        title={intl.formatMessage(messages.together)}
        intro={intl.formatMessage(messages.togetherIntro)}
      >
        <ConfigEditor {...edited} plain only={TOGETHER} />
      </Card>
    </DetailPage>
  );
}

function Shown({
  programme,
  version,
  again,
  choice,
}: RulesProps & { version: Version | undefined }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const open = useAction(LoyaltyProgrammeDraftDocument);
  const edit = async () => {
    const outcome = await open.run({ programmeId: programme.id });
    if (!outcome.done) return;
    navigate(`/rules/earning?programme=${encodeURIComponent(programme.slug)}`, { replace: true });
    again();
  };
  return (
    <DetailPage
      title={intl.formatMessage(messages.earning)}
      actions={
        <Button variant="primary" onClick={() => void edit()} disabled={open.busy}>
          {intl.formatMessage(messages.edit)}
        </Button>
      }
      aside={
        version && (
          <Beside programme={programme} version={version} tried={{ versionId: version.id }} />
        )
      }
    >
      {choice}
      <Card
        title={intl.formatMessage(messages.rulesInForce)}
        intro={intl.formatMessage(messages.earningIntro)}
        flush
      >
        <RuleTable config={version?.config} />
      </Card>
    </DetailPage>
  );
}
