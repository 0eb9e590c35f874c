import { Button } from "@saleor/macaw-ui";
import { Settings } from "lucide-react";
import { useIntl } from "react-intl";
import { Link, useNavigate } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { Callout } from "@/kit/Card";

import messages from "./messages";
import type { Standing } from "./standing";

/** Says above a list that members cannot use it now, and where that is changed. */
export function OffNotice({
  standing,
  to,
  text,
}: {
  standing?: Standing;
  to: string;
  text: string;
}) {
  const intl = useIntl();
  if (standing === undefined || standing.enabled) return null;
  return (
    <div className="list-notice">
      <Callout title={text}>
        {" "}
        <Link className="quiet" to={to}>
          {intl.formatMessage(messages.setUp)}
        </Link>
      </Callout>
    </div>
  );
}

/** Leads from a list to its settings, for who may change them. */
export function SettingsButton({ to }: { to: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { may } = useViewer();
  if (!may("MANAGE_PROGRAMMES")) return null;
  return (
    <Button variant="secondary" icon={<Settings size={16} />} onClick={() => navigate(to)}>
      {intl.formatMessage(messages.settings)}
    </Button>
  );
}
