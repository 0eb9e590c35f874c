import { Text } from "@saleor/macaw-ui";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyProgrammeLintDocument } from "@/graphql/programme_lint";
import { Card } from "@/kit/Card";
import { usePlaceName } from "@/kit/config/place-name";
import { Loaded } from "@/kit/states";

import messages from "./messages";

const icons = { ERROR: CircleAlert, WARNING: TriangleAlert, INFO: Info };
const names = { ERROR: messages.error, WARNING: messages.warning, INFO: messages.note };
type Severity = keyof typeof icons;

/** What is odd about a version. A new revision asks again. */
export function Findings({ versionId, revision }: { versionId: string; revision: string }) {
  const intl = useIntl();
  return (
    <Card
      title={intl.formatMessage(messages.findings)}
      intro={intl.formatMessage(messages.findingsIntro)}
    >
      <Found key={revision} versionId={versionId} />
    </Card>
  );
}

function Found({ versionId }: { versionId: string }) {
  const intl = useIntl();
  const placeName = usePlaceName("PROGRAMME");
  const [answer, again] = useQuery({
    query: LoyaltyProgrammeLintDocument,
    variables: { versionId },
  });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyProgrammeLint: findings }) =>
        !findings?.length ? (
          <Text size={3} color="default2">
            {intl.formatMessage(messages.findingsNone)}
          </Text>
        ) : (
          <ul className="programme-findings">
            {findings.map(({ severity, code, place, text }) => {
              const known = severity in icons ? (severity as Severity) : "INFO";
              const Icon = icons[known];
              return (
                <li key={`${code}.${place}`} className={known.toLowerCase()}>
                  <Icon size={16} aria-label={intl.formatMessage(names[known])} />
                  <span>
                    {text}
                    <span className="grey">
                      {place ? placeName(place) : intl.formatMessage(messages.whole)}
                    </span>
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
