import { Text } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyConfigurationDifferenceDocument } from "@/graphql/configuration_difference";
import { Card } from "@/kit/Card";
import { useLabels } from "@/kit/config/labels";
import { usePlaceName } from "@/kit/config/place-name";
import { SelectField } from "@/kit/fields";
import kit from "@/kit/messages";
import { Loaded } from "@/kit/states";

import messages from "./messages";
import type { Version } from "./versions";

interface DifferencesProps {
  version: Version;
  versions: readonly Version[];
  with: Version;
  onWith: (version: Version) => void;
}

/** What a version says otherwise than another one, place by place. */
export function Differences({ version, versions, with: other, onWith }: DifferencesProps) {
  const intl = useIntl();
  const choices = versions
    .filter(({ number }) => number !== version.number)
    .map(({ number }) => ({
      value: String(number),
      label: intl.formatMessage(messages.version, { number }),
    }));
  return (
    <Card title={intl.formatMessage(messages.differences, { number: other.number })}>
      {choices.length > 1 && (
        <SelectField
          label={intl.formatMessage(messages.compareWith)}
          value={String(other.number)}
          choices={choices}
          onChange={(chosen) => {
            const found = versions.find(({ number }) => String(number) === chosen);
            if (found) onWith(found);
          }}
        />
      )}
      <Found
        key={`${other.revision} ${version.revision}`}
        before={other.config}
        after={version.config}
      />
    </Card>
  );
}

function Found({ before, after }: { before: unknown; after: unknown }) {
  const intl = useIntl();
  const placeName = usePlaceName("PROGRAMME");
  const [answer, again] = useQuery({
    query: LoyaltyConfigurationDifferenceDocument,
    variables: { before, after },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyConfigurationDifference: found }) =>
        !found?.length ? (
          <Text size={3} color="default2">
            {text("differencesNone")}
          </Text>
        ) : (
          <ul className="programme-differences">
            {found.map((one) => (
              <li key={one.place}>
                <strong>{placeName(one.place)}</strong>
                <span>
                  <span className="visually-hidden">{text("before")}: </span>
                  <del>
                    <Said value={one.before} />
                  </del>{" "}
                  → <span className="visually-hidden">{text("after")}: </span>
                  <ins>
                    <Said value={one.after} />
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
function Said({ value }: { value: unknown }) {
  const intl = useIntl();
  const labels = useLabels("PROGRAMME");
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
