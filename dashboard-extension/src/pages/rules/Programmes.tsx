import { Button } from "@saleor/macaw-ui";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyProgrammesDocument, type LoyaltyProgrammesQuery } from "@/graphql/programmes";
import { ListPage } from "@/kit/Page";
import { Loaded, NoAccess } from "@/kit/states";

import messages from "./messages";

export type ProgrammeChoice = NonNullable<
  LoyaltyProgrammesQuery["loyaltyProgrammes"]
>["edges"][number]["node"];

const MOST = 100;

interface WithProgrammesProps {
  title: string;
  children: (programmes: ProgrammeChoice[]) => ReactNode;
}

/** Rules and campaigns belong to programmes: without one there is nothing to write. */
export function WithProgrammes(props: WithProgrammesProps) {
  const { may } = useViewer();
  return may("MANAGE_PROGRAMMES") ? <Asked {...props} /> : <NoAccess />;
}

function Asked({ title, children }: WithProgrammesProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [answer, again] = useQuery({
    query: LoyaltyProgrammesDocument,
    variables: { first: MOST },
  });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyProgrammes }) => {
        const all = loyaltyProgrammes?.edges.map(({ node }) => node) ?? [];
        const active = all.filter((programme) => programme.active);
        if (active.length > 0) return children(active);
        return (
          <ListPage title={title}>
            <div className="page-content">
              <div className="add-first">
                {intl.formatMessage(messages.noProgramme)}
                <Button variant="primary" onClick={() => navigate("/programme/new")}>
                  {intl.formatMessage(messages.createProgramme)}
                </Button>
              </div>
            </div>
          </ListPage>
        );
      }}
    </Loaded>
  );
}
