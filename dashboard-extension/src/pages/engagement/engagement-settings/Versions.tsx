import { Button, Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";

import type { LoyaltyEngagementSubject } from "@/graphql/schema";
import { useActors } from "@/kit/actors";
import { Card, Facts, type Fact } from "@/kit/Card";
import { useFormat } from "@/kit/format";

import messages from "./messages";
import type { Standing, Version } from "./standing";
import { VersionDialog } from "./VersionDialog";

interface VersionsProps {
  subject: LoyaltyEngagementSubject;
  versions: Version[];
  standing: Standing;
  /** Puts what a version said into the form. */
  onTake: (version: Version) => void;
}

/** Since when it is as it is, and what it was before. */
export function Versions({ subject, versions, standing, onTake }: VersionsProps) {
  const intl = useIntl();
  const format = useFormat();
  const nameOf = useActors(versions.map(({ actor }) => actor));
  const [open, setOpen] = useState<number>();
  const text = (name: keyof typeof messages, values?: Record<string, string | number>) =>
    intl.formatMessage(messages[name], values);
  const newest = versions[0];
  const place = versions.findIndex(({ number }) => number === open);
  const shown = versions[place];
  const facts: Fact[] = newest
    ? [
        { label: text(standing.enabled ? "onSince" : "offSince"), value: sinceOf() },
        { label: text("version"), value: newest.number },
        { label: text("savedAt"), value: format.moment(newest.createdAt) },
        { label: text("savedBy"), value: nameOf(newest.actor) },
      ]
    : [];

  function sinceOf() {
    const date = format.date(standing.since);
    return standing.longer ? text("before", { date }) : date;
  }

  return (
    <>
      <Card title={text("now")}>
        {newest ? <Facts facts={facts} /> : <Text size={3}>{text("never")}</Text>}
      </Card>
      {versions.length > 1 && (
        <Card title={text("earlier")}>
          {versions.slice(1).map((version) => (
            <div key={version.number} className="version-row">
              <div>
                <Text size={3} as="p">
                  {text("versionOf", { number: version.number })} ·{" "}
                  {text(version.enabled ? "isOn" : "isOff")}
                </Text>
                <Text size={2} color="default2" as="p">
                  {format.moment(version.createdAt)} · {nameOf(version.actor)}
                </Text>
              </div>
              <Button
                variant="secondary"
                size="small"
                aria-label={text("lookAt", { number: version.number })}
                onClick={() => setOpen(version.number)}
              >
                {text("look")}
              </Button>
            </div>
          ))}
        </Card>
      )}
      {shown && (
        <VersionDialog
          subject={subject}
          version={shown}
          newer={versions[place - 1]}
          savedBy={nameOf(shown.actor)}
          onClose={() => setOpen(undefined)}
          onTake={() => {
            onTake(shown);
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
