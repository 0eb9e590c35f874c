import { Button } from "@saleor/macaw-ui";
import { useMemo } from "react";
import { useIntl } from "react-intl";

import { useViewer } from "@/app/viewer";
import { Callout, Card, Facts } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import { namesOf, type Ladder, type Version } from "./ladder";
import messages from "./messages";
import { Movers } from "./Movers";
import { movesOf } from "./trial";
import type { Trial, useTrial } from "./use-trial";

interface TrialCardProps {
  ladder: Ladder;
  version: Version;
  trying: ReturnType<typeof useTrial>;
  dirty: boolean;
}

/** The dry run of a draft: how many members would move where. */
export function TrialCard({ ladder, version, trying, dirty }: TrialCardProps) {
  const text = useText(messages);
  const { trial, old, busy, start } = trying;
  const running = trial?.state === "RUNNING";
  const said = dirty || trial !== undefined;
  return (
    <Card
      title={text("trial")}
      intro={said ? text("trialIntro") : undefined}
      actions={
        <Button
          variant="secondary"
          size="small"
          disabled={dirty || busy || running}
          aria-busy={busy || running}
          onClick={() => void start()}
        >
          {text(trial ? "tryAgain" : "tryIt")}
        </Button>
      }
    >
      {!said && <p className="grey tiers-plain">{text("trialIntro")}</p>}
      {dirty && <p className="grey tiers-plain">{text("trySaved")}</p>}
      {old && !dirty && (
        <Callout mood="warning">
          <p>{text("trialOld")}</p>
        </Callout>
      )}
      {trial && <Found trial={trial} current={ladder.inForce?.config} next={version.config} />}
    </Card>
  );
}

interface FoundProps {
  trial: Trial;
  current: unknown;
  next: unknown;
}

function Found({ trial, current, next }: FoundProps) {
  const text = useText(messages);
  const intl = useIntl();
  const format = useFormat();
  const { may } = useViewer();
  const moves = useMemo(() => movesOf(trial.counts, next, current), [trial, next, current]);
  const names = namesOf([next, current], intl.locale);
  const name = (slug: string | null) =>
    slug === null ? text("noTier") : (names.get(slug) ?? slug);
  const said =
    trial.state === "RUNNING"
      ? text("trialRunning", { members: trial.members })
      : text("trialDone", { members: trial.members, date: format.moment(trial.at) });
  return (
    <>
      <p className="grey tiers-plain" role="status">
        {said}
      </p>
      <Facts
        facts={[
          { label: text("rise"), value: format.number(moves.up) },
          { label: text("fall"), value: format.number(moves.down) },
          { label: text("stay"), value: format.number(moves.stay) },
        ]}
      />
      {moves.flows.length > 0 ? (
        <section aria-label={text("flows")}>
          <h3 className="tiers-part">{text("flows")}</h3>
          <Facts
            facts={moves.flows.map(({ fromTier, toTier, members }) => ({
              label: `${name(fromTier)} → ${name(toTier)}`,
              value: format.number(members),
            }))}
          />
        </section>
      ) : (
        trial.state === "DONE" && <p className="tiers-plain">{text("nobodyMoves")}</p>
      )}
      {trial.moves.length > 0 && may("MANAGE_MEMBERS") && (
        <Movers moves={trial.moves} name={name} />
      )}
    </>
  );
}
