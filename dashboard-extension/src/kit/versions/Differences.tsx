import "./differences.css";

import { Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyConfigurationDifferenceDocument } from "@/graphql/configuration_difference";
import type { LoyaltyConfigured } from "@/graphql/schema";
import { Card } from "@/kit/Card";
import { useLabels } from "@/kit/config/labels";
import { placeAt } from "@/kit/config/place-name";
import { said } from "@/kit/config/said";
import { useConfigSchema } from "@/kit/config/use-schema";
import { SelectField } from "@/kit/fields";
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
  const intl = useIntl();
  const labels = useLabels(subject);
  const { data: root } = useConfigSchema(subject);
  const [answer, again] = useQuery({
    query: LoyaltyConfigurationDifferenceDocument,
    variables: { before, after },
  });
  const nothing = <span className="grey">{text("nothing")}</span>;
  // What is there now says how its things are called, or else what was there.
  const reading = root && { root, labels, subject, intl, documents: [after, before] };
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyConfigurationDifference: found }) =>
        !found?.length ? (
          <Text size={3} color="default2">
            {text("none")}
          </Text>
        ) : (
          <ul className="versions-differences">
            {reading &&
              found.map((one) => {
                const place = placeAt(reading, one.place);
                const before = said(reading, place, one.before);
                const after = said(reading, place, one.after);
                return (
                  <li key={one.place}>
                    <strong>{place.name}</strong>
                    <span>
                      <span className="visually-hidden">{text("before")}: </span>
                      {before ? <del>{before}</del> : nothing} →{" "}
                      <span className="visually-hidden">{text("after")}: </span>
                      {after ? <ins>{after}</ins> : nothing}
                    </span>
                  </li>
                );
              })}
          </ul>
        )
      }
    </Loaded>
  );
}
