import { Text } from "@saleor/macaw-ui";
import { Link } from "react-router-dom";

import { Callout, Card, Facts, type Fact } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import { HostLink } from "../HostLink";
import { AnswerCard } from "./AnswerCard";
import { Stars } from "./marks";
import messages from "./messages";
import { Pictures } from "./Pictures";
import { Steps } from "./Steps";
import type { Decisions, Review } from "./use-decisions";

interface ReviewViewProps {
  review: Review;
  decisions: Decisions;
}

/** What was said, with its pictures, and the shop's answer. */
export function ReviewView({ review, decisions }: ReviewViewProps) {
  const text = useText(messages);
  const elsewhere = review.picturesCount - review.pictures.length;
  return (
    <>
      {review.reason && (
        <Callout mood="warning" title={text("refusedFor")}>
          <p>{review.reason}</p>
        </Callout>
      )}
      {review.bought && !review.bought.kept && (
        <Callout mood="warning">
          <p>{text("wentBack")}</p>
        </Callout>
      )}
      <Card title={text("review")}>
        <div className="review-said">
          <Stars rating={review.rating} />
          {review.title && (
            <Text as="h3" size={5} fontWeight="bold" margin={0}>
              {review.title}
            </Text>
          )}
          <Text
            as="p"
            size={4}
            className="review-text"
            color={review.text ? "default1" : "default2"}
          >
            {review.text || text("noText")}
          </Text>
          <Text size={3} color="default2">
            {review.author ? text("signed", { name: review.author }) : text("unsigned")}
            {review.languageCode && ` · ${review.languageCode}`}
          </Text>
        </div>
        <Pictures pictures={review.pictures} />
        {elsewhere > 0 && (
          <Text size={3} color="default2">
            {text("picturesElsewhere", { count: elsewhere })}
          </Text>
        )}
      </Card>
      {review.state !== "WITHDRAWN" && <AnswerCard review={review} decisions={decisions} />}
    </>
  );
}

/** About whom, what and when. */
export function ReviewAside({ review }: { review: Review }) {
  const text = useText(messages);
  const format = useFormat();
  const { bought, member } = review;
  const orderId = review.orderId ? encodeURIComponent(review.orderId) : undefined;
  const facts: Fact[] = [
    {
      label: text("product"),
      value: (
        <HostLink to={`/products/${encodeURIComponent(review.productId)}`}>
          {review.productName || review.productId}
        </HostLink>
      ),
    },
    ...(bought && orderId
      ? [
          {
            label: text("order"),
            value: <HostLink to={`/orders/${orderId}`}>{`#${bought.orderNumber}`}</HostLink>,
          },
          { label: text("boughtAt"), value: format.date(bought.placedAt) },
          { label: text("pieces"), value: format.number(bought.quantity) },
          { label: text("paid"), value: bought.total.text },
        ]
      : []),
  ];
  const about: Fact[] = [
    ...(member?.id
      ? [
          {
            label: text("member"),
            value: (
              <Link className="quiet" to={`/members/${member.id}`}>
                {member.email}
              </Link>
            ),
          },
        ]
      : []),
    { label: text("written"), value: format.moment(review.createdAt) },
    ...(review.updatedAt !== review.createdAt
      ? [{ label: text("edited"), value: format.moment(review.updatedAt) }]
      : []),
    { label: text("keptAt"), value: review.source || text("here") },
    { label: text("pointsGiven"), value: format.number(review.points ?? 0) },
  ];
  return (
    <>
      <Card title={text("bought")}>
        <Facts facts={facts} />
      </Card>
      <Card title={text("about")}>
        <Facts facts={about} />
      </Card>
      <Steps steps={review.steps ?? []} />
    </>
  );
}
