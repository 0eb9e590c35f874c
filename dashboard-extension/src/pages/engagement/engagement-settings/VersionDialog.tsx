import { Button, Text } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import type { LoyaltyEngagementSubject } from "@/graphql/schema";
import { Facts } from "@/kit/Card";
import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { useLabels } from "@/kit/config/labels";
import { Dialog } from "@/kit/Dialog";
import { useFormat } from "@/kit/format";
import kit from "@/kit/messages";

import messages from "./messages";
import { changedParts, type Version } from "./standing";

// To be looked at only, so not as text either.
const NOTHING: string[] = [];

interface VersionDialogProps {
  subject: LoyaltyEngagementSubject;
  version: Version;
  /** The one that came after it. */
  newer: Version | undefined;
  savedBy: string;
  onTake: () => void;
  onClose: () => void;
}

/** What a version said, and what the next one changed. */
export function VersionDialog(props: VersionDialogProps) {
  const { subject, version, newer, savedBy, onTake, onClose } = props;
  const intl = useIntl();
  const format = useFormat();
  const labels = useLabels(subject);
  const text = (name: keyof typeof messages, values?: Record<string, string | number>) =>
    intl.formatMessage(messages[name], values);
  const changed = newer ? changedParts(version.config, newer.config) : [];
  const parts = changed.map((property) => labels.label({ owner: subject, property }));
  return (
    <Dialog
      title={text("versionOf", { number: version.number })}
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button variant="secondary" onClick={onClose}>
            {intl.formatMessage(kit.back)}
          </Button>
          <Button variant="primary" onClick={onTake}>
            {text("take")}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          { label: text("state"), value: text(version.enabled ? "isOn" : "isOff") },
          { label: text("savedAt"), value: format.moment(version.createdAt) },
          { label: text("savedBy"), value: savedBy },
          {
            label: text("changedNext", { number: version.number + 1 }),
            value: parts.length > 0 ? intl.formatList(parts) : text("onlySwitched"),
          },
        ]}
      />
      <ConfigEditor
        subject={subject}
        value={version.config as Record<string, unknown>}
        onChange={() => undefined}
        without={NOTHING}
        disabled
      />
      <Text size={2} color="default2">
        {text("takeHint")}
      </Text>
    </Dialog>
  );
}
