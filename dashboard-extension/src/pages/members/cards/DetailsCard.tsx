import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { Card, Facts } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useSession } from "@/session/context";

import { DetailsDialog, languageName } from "../dialogs/DetailsDialog";
import { stateOf, type Head } from "../state";
import { useText } from "../text";

/** Who a member is, and their account in the shop. */
export function DetailsCard({ member }: { member: Head }) {
  const text = useText();
  const intl = useIntl();
  const format = useFormat();
  const session = useSession();
  const { may } = useViewer();
  const [editing, setEditing] = useState(false);
  const state = stateOf(member);
  const { userId, mergedIntoId } = member;
  return (
    <Card
      title={text("details")}
      actions={
        may("MANAGE_MEMBERS") &&
        state !== "merged" && (
          <Button variant="secondary" size="small" onClick={() => setEditing(true)}>
            {text("edit")}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { label: text("email"), value: member.email },
          { label: text("state"), value: text(`state_${state}`) },
          { label: text("joined"), value: format.date(member.joinedAt) },
          { label: text("birthday"), value: format.day(member.birthday) },
          { label: text("language"), value: languageName(intl.locale, member.languageCode) },
          { label: text("timeZone"), value: member.timeZone || text("zoneOfProgramme") },
          {
            label: text("leaderboards"),
            value: member.leaderboardName ?? text("notOnLeaderboards"),
          },
        ]}
      />
      {mergedIntoId && (
        <Link className="quiet" to={`/members/${mergedIntoId}`}>
          {text("openMerged")}
        </Link>
      )}
      {userId && session.openHost && (
        <div>
          <Button
            variant="secondary"
            onClick={() => session.openHost?.(`/customers/${encodeURIComponent(userId)}`)}
          >
            {text("openCustomer")}
          </Button>
        </div>
      )}
      {editing && <DetailsDialog member={member} onClose={() => setEditing(false)} />}
    </Card>
  );
}
