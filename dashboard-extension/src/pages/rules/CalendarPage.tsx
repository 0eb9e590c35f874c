import "./rules.css";

import { Button, Text } from "@saleor/macaw-ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyAllCampaignsDocument } from "@/graphql/all_campaigns";
import { Callout } from "@/kit/Card";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Loaded, NoAccess } from "@/kit/states";

import messages from "./messages";
import { Month } from "./Month";
import { monthOf, monthText, weeksOf } from "./weeks";

const MOST = 100;

export function Component() {
  const { may } = useViewer();
  return may("MANAGE_PROGRAMMES") ? <Calendar /> : <NoAccess />;
}

function Calendar() {
  const intl = useIntl();
  const navigate = useNavigate();
  const list = useListUrl();
  const { year, month } = monthOf(list.get("month"), new Date());
  const weeks = weeksOf(year, month);
  const since = weeks[0]![0]!.start.toISOString();
  const until = weeks[weeks.length - 1]![6]!.end.toISOString();
  const [answer, again] = useQuery({
    query: LoyaltyAllCampaignsDocument,
    variables: { first: MOST, since, until },
  });
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const title = intl.formatDate(new Date(year, month, 1), { month: "long", year: "numeric" });
  const go = (to: number) => list.set({ month: monthText(year, to) });
  return (
    <ListPage
      title={text("calendar")}
      actions={
        <Button variant="primary" onClick={() => navigate("/rules/campaigns/new")}>
          {text("newCampaign")}
        </Button>
      }
    >
      <div className="filter-row">
        <Button
          variant="secondary"
          icon={<ChevronLeft size={20} strokeWidth={1.5} />}
          aria-label={text("earlierMonth")}
          onClick={() => go(month - 1)}
        />
        <Button
          variant="secondary"
          icon={<ChevronRight size={20} strokeWidth={1.5} />}
          aria-label={text("laterMonth")}
          onClick={() => go(month + 1)}
        />
        <Text as="h2" size={5} fontWeight="medium" margin={0} aria-live="polite">
          {title}
        </Text>
        <div className="actions">
          <Button variant="secondary" onClick={() => list.set({ month: undefined })}>
            {text("thisMonth")}
          </Button>
        </div>
      </div>
      <Loaded answer={answer} retry={again}>
        {({ loyaltyCampaigns }) => (
          <>
            <Month
              label={title}
              weeks={weeks}
              campaigns={loyaltyCampaigns?.edges.map(({ node }) => node) ?? []}
            />
            {loyaltyCampaigns?.pageInfo.hasNextPage && (
              <div className="page-content">
                <Callout>
                  <p>{intl.formatMessage(messages.moreThan, { count: MOST })}</p>
                </Callout>
              </div>
            )}
          </>
        )}
      </Loaded>
    </ListPage>
  );
}
