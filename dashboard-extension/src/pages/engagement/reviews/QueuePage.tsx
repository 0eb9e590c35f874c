import "../engagement.css";

import { useEffect, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyReviewDocument } from "@/graphql/review";
import { LoyaltyReviewsDocument } from "@/graphql/reviews";
import { DetailPage } from "@/kit/Page";
import { Empty, Failed, Loading, NoAccess } from "@/kit/states";
import { useText } from "@/kit/use-text";

import { askedOf } from "./filters";
import messages from "./messages";
import { decided, extended, moved, type Queue } from "./queue";
import { QueuedReview } from "./QueuedReview";
import { useBack } from "./ReviewPage";

const PAGE = 20;

/** What waits, one after the other, to be decided by a key each. */
export function Component() {
  const text = useText(messages);
  const back = useBack();
  const { may } = useViewer();
  const [params] = useSearchParams();
  const [queue, setQueue] = useState<Queue>({ ids: [], place: 0 });
  const [after, setAfter] = useState<string>();
  const allowed = may("MANAGE_MEMBERS");
  const asked = { ...askedOf((name) => params.get(name) ?? undefined), state: "PENDING" as const };
  const [list, again] = useQuery({
    query: LoyaltyReviewsDocument,
    variables: { ...asked, first: PAGE, after },
    pause: !allowed,
  });
  const page = list.data?.loyaltyReviews;
  useEffect(() => {
    if (page)
      setQueue((old) =>
        extended(
          old,
          page.edges.map(({ node }) => node.id),
        ),
      );
  }, [page]);
  const current = queue.ids[queue.place];
  const more = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  useEffect(() => {
    if (current === undefined && more && !list.fetching) setAfter(more);
  }, [current, more, list.fetching]);
  const [answer, reread] = useQuery({
    query: LoyaltyReviewDocument,
    variables: { id: current ?? "" },
    pause: current === undefined,
  });
  const review = answer.data?.loyaltyReview;

  if (allowed && current && review?.id === current)
    return (
      <QueuedReview
        key={current}
        review={review}
        place={queue.place + 1}
        count={queue.ids.length}
        endless={Boolean(more)}
        onDecided={() => setQueue((old) => decided(old, current))}
        onChanged={reread}
        onMove={(by) => setQueue((old) => moved(old, by))}
      />
    );
  const error = list.error ?? answer.error;
  const waiting = list.fetching || (current !== undefined && answer.fetching);
  return (
    <DetailPage title={text("waiting")} back={back}>
      {!allowed ? (
        <NoAccess />
      ) : error ? (
        <Failed error={error} retry={again} />
      ) : waiting ? (
        <Loading />
      ) : (
        <Empty>
          {text(queue.ids.length > 0 ? "skippedRest" : "nothingWaits", { count: queue.ids.length })}
        </Empty>
      )}
    </DetailPage>
  );
}
