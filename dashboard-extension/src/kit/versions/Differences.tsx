import "./differences.css";

import { Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyConfigurationDifferenceDocument } from "@/graphql/configuration_difference";
import type { LoyaltyConfigured } from "@/graphql/schema";
import { Card } from "@/kit/Card";
import { useLabels } from "@/kit/config/labels";
import { usePlaceName } from "@/kit/config/place-name";
import { SelectField } from "@/kit/fields";
import kit from "@/kit/messages";
import { Loaded } from "@/kit/states";
import { useText } from "@/kit/use-text";

import messages from "./messages";

interface Version {
  number: number;
  revision: string;
  config: unknown;
}

interface DifferencesProps {
  subject: LoyaltyConfigured;
  version: Version;
  versions: readonly Version[];
  /** What it is compared with before another one is chosen. */
  first: Version | undefined;
}

/** What a version says otherwise than another one, place by place. */
export function Differences({ subject, version, versions, first }: DifferencesProps) {
  const text = useText(messages);
  const [chosen, setChosen] = useState<string>();
  const other = versions.find(({ number }) => String(number) === chosen) ?? first;
  if (!other) return null;
  const choices = versions
    .filter(({ number }) => number !== version.number)
    .map(({ number }) => ({ value: String(number), label: text("version", { number }) }));
  return (
    <Card title={text("title", { number: other.number })}>
      {choices.length > 1 && (
        <SelectField
          label={text("compareWith")}
          value={String(other.number)}
          choices={choices}
          onChange={setChosen}
        />
      )}
      <Found
        key={`${other.revision} ${version.revision}`}
        subject={subject}
        before={other.config}
        after={version.config}
      />
    </Card>
  );
}

interface FoundProps {
  subject: LoyaltyConfigured;
  before: unknown;
  after: unknown;
}

function Found({ subject, before, after }: FoundProps) {
  const text = useText(messages);
  const placeName = usePlaceName(subject);
  const [answer, again] = useQuery({
    query: LoyaltyConfigurationDifferenceDocument,
    variables: { before, after },
  });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyConfigurationDifference: found }) =>
        !found?.length ? (
          <Text size={3} color="default2">
            {text("none")}
          </Text>
        ) : (
          <ul className="versions-differences">
            {found.map((one) => (
              <li key={one.place}>
                <strong>{placeName(one.place)}</strong>
                <span>
                  <span className="visually-hidden">{text("before")}: </span>
                  <del>
                    <Said subject={subject} value={one.before} />
                  </del>{" "}
                  → <span className="visually-hidden">{text("after")}: </span>
                  <ins>
                    <Said subject={subject} value={one.after} />
                  </ins>
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** A value as people would say it; of a thing only what it says, not what it leaves open. */
function Said({ subject, value }: { subject: LoyaltyConfigured; value: unknown }) {
  const intl = useIntl();
  const labels = useLabels(subject);
  const say = (one: unknown): string => {
    if (isNothing(one)) return intl.formatMessage(messages.nothing);
    if (typeof one === "boolean") return intl.formatMessage(one ? kit.yes : kit.no);
    if (typeof one === "number") return intl.formatNumber(one);
    if (typeof one !== "object") return String(one);
    if (Array.isArray(one)) return one.map(say).join(", ");
    return Object.entries(one as object)
      .filter(([, inside]) => !isNothing(inside))
      .map(([name, inside]) => `${labels.label({ owner: "", property: name })}: ${say(inside)}`)
      .join("; ");
  };
  return <>{say(value)}</>;
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
