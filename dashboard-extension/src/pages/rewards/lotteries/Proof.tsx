import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useClient } from "urql";

import { LoyaltyLotteryTicketsDocument } from "@/graphql/lottery_tickets";
import { Card } from "@/kit/Card";
import { useSession } from "@/session/context";

import { saveFile } from "../save-file";
import type { Lottery } from "./LotteryPage";
import messages from "./messages";
import { published } from "./published";

const PAGE = 100;
// So many are read in a minute; a longer list is written on the server.
const MOST = 20_000;

/** What makes a draw one that anybody can repeat, and the file to publish. */
export function Proof({ lottery }: { lottery: Lottery }) {
  const intl = useIntl();
  const { run, read } = useDownload(lottery);
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const hash = (value: string | null) =>
    value ? <span className="hash">{value}</span> : <span className="grey">{text("notYet")}</span>;
  const many = lottery.ticketsSold > MOST;
  return (
    <Card
      title={text("proof")}
      intro={text("proofIntro")}
      actions={
        !many && (
          <Button variant="secondary" size="small" onClick={run} disabled={read !== undefined}>
            {read === undefined
              ? text("download")
              : intl.formatMessage(messages.downloading, { count: read })}
          </Button>
        )
      }
    >
      <dl className="hashes">
        <dt>{text("commitment")}</dt>
        <dd>{hash(lottery.commitment)}</dd>
        <dt>{text("digest")}</dt>
        <dd>{hash(lottery.ticketsDigest)}</dd>
        <dt>{text("seed")}</dt>
        <dd>{hash(lottery.seed)}</dd>
      </dl>
      {many && (
        <p className="hash">{intl.formatMessage(messages.tooMany, { slug: lottery.slug })}</p>
      )}
    </Card>
  );
}

function useDownload(lottery: Lottery) {
  const intl = useIntl();
  const client = useClient();
  const session = useSession();
  const [read, setRead] = useState<number>();

  const tickets = async () => {
    const all = [];
    let after: string | null | undefined;
    do {
      const variables = { lotteryId: lottery.id, first: PAGE, after };
      const { data, error } = await client
        .query(LoyaltyLotteryTicketsDocument, variables)
        .toPromise();
      const page = data?.loyaltyLotteryTickets;
      if (error || !page) throw error ?? new Error("There was no answer.");
      all.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      setRead(all.length);
    } while (after);
    return all;
  };
  const run = async () => {
    setRead(0);
    try {
      const file = published(lottery, await tickets());
      saveFile(`${lottery.slug}.json`, `${JSON.stringify(file, null, 1)}\n`, "application/json");
    } catch {
      session.notify("error", intl.formatMessage(messages.downloadFailed));
    } finally {
      setRead(undefined);
    }
  };
  return { run: () => void run(), read };
}
