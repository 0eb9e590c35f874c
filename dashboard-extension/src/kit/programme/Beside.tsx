import "./beside.css";

import { useIntl } from "react-intl";

import { Card, Facts } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Differences } from "@/kit/versions/Differences";

import { Findings } from "./Findings";
import messages from "./messages";
import { TryOrder, type Tried } from "./TryOrder";
import { comparedWith, type Programme, type Version } from "./versions";

interface BesideProps {
  programme: Programme;
  version: Version;
  tried: Tried;
}

/** What helps to judge a version: checks, a try on an order, what it changes. */
export function Beside({ programme, version, tried }: BesideProps) {
  const intl = useIntl();
  const format = useFormat();
  return (
    <>
      {version.validFrom && (
        <Card title={intl.formatMessage(messages.details)}>
          <Facts
            facts={[
              { label: intl.formatMessage(messages.from), value: format.moment(version.validFrom) },
            ]}
          />
        </Card>
      )}
      <Findings versionId={version.id} revision={version.revision} />
      <TryOrder tried={tried} />
      <Differences
        subject="PROGRAMME"
        version={version}
        versions={programme.versions}
        first={comparedWith(version, programme.versions, new Date())}
      />
    </>
  );
}
