import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "problems.title", defaultMessage: "Problems" },
  waiting: { id: "problems.waiting", defaultMessage: "Waiting" },
  failing: { id: "problems.failing", defaultMessage: "Being tried again" },
  oldest: { id: "problems.oldest", defaultMessage: "Waiting since" },
  dead: { id: "problems.dead", defaultMessage: "Given up" },
  in: { id: "problems.in", defaultMessage: "Coming in" },
  out: { id: "problems.out", defaultMessage: "Going out" },
  inLong: {
    id: "problems.in-long",
    defaultMessage: "What happened in the shop and could not be worked out",
  },
  outLong: {
    id: "problems.out-long",
    defaultMessage: "What had to reach the shop and did not arrive",
  },
  direction: { id: "problems.direction", defaultMessage: "Direction" },
  kind: { id: "problems.kind", defaultMessage: "Kind" },
  subject: { id: "problems.subject", defaultMessage: "About" },
  error: { id: "problems.error", defaultMessage: "What went wrong" },
  attempts: { id: "problems.attempts", defaultMessage: "Attempts" },
  since: { id: "problems.since", defaultMessage: "Since" },
  search: { id: "problems.search", defaultMessage: "Search by order or error…" },
  none: {
    id: "problems.none",
    defaultMessage: "Nothing was given up. What fails is tried again by itself first.",
  },
  retry: { id: "problems.retry", defaultMessage: "Try again" },
  retried: { id: "problems.retried", defaultMessage: "It is back in line" },
  retryAll: { id: "problems.retry-all", defaultMessage: "Try all again" },
  retryAllText: {
    id: "problems.retry-all-text",
    defaultMessage:
      "Everything given up that is {direction, select, IN {coming in} other {going out}} goes back in line, at most 1,000 at once. What was done already is not done twice.",
  },
  retriedAll: {
    id: "problems.retried-all",
    defaultMessage:
      "{number, plural, =0 {Nothing was in line} one {# is back in line} other {# are back in line}}",
  },
  details: { id: "problems.details", defaultMessage: "Details" },
  payload: { id: "problems.payload", defaultMessage: "What was to be done" },
  openOrder: { id: "problems.open-order", defaultMessage: "Open the order" },
});
