import "./programme.css";

import { useIntl } from "react-intl";
import { Link } from "react-router-dom";

import { Callout } from "@/kit/Card";
import messages from "@/kit/programme/messages";

/** Says where the rest of a programme is written. */
export function RulesElsewhere({ programme }: { programme: { slug: string } }) {
  const intl = useIntl();
  return (
    <Callout>
      <p>
        {intl.formatMessage(messages.rulesElsewhere, {
          link: (parts) => (
            <Link
              key="link"
              className="programme-link"
              to={`/rules/earning?programme=${encodeURIComponent(programme.slug)}`}
            >
              {parts}
            </Link>
          ),
        })}
      </p>
    </Callout>
  );
}
