import { useIntl } from "react-intl";
import { Link } from "react-router-dom";
import { useQuery } from "urql";

import { LoyaltyGroupsDocument } from "@/graphql/groups";
import { Card } from "@/kit/Card";
import { Failed } from "@/kit/states";
import { Table } from "@/kit/Table";

import { groupAddress, useGroupColumns } from "./columns";
import messages from "./messages";

const NEWEST = 10;

/** The newest groups of one offer. */
export function GroupsOfOffer({ offerId }: { offerId: string }) {
  const intl = useIntl();
  const columns = useGroupColumns().filter(({ key }) => key !== "offer");
  const [answer, again] = useQuery({
    query: LoyaltyGroupsDocument,
    variables: { offerId, first: NEWEST },
  });
  const title = intl.formatMessage(messages.groups);
  return (
    <Card
      title={title}
      flush
      actions={
        <Link
          className="quiet"
          to={`/rewards/group-buys/groups?offer=${encodeURIComponent(offerId)}`}
        >
          {intl.formatMessage(messages.allGroups)}
        </Link>
      }
    >
      {answer.error ? (
        <Failed error={answer.error} retry={again} />
      ) : (
        <Table
          label={title}
          columns={columns}
          rows={answer.data?.loyaltyGroups?.edges.map(({ node }) => node)}
          rowKey={({ id }) => id}
          to={groupAddress}
          empty={intl.formatMessage(messages.noGroups)}
        />
      )}
    </Card>
  );
}
