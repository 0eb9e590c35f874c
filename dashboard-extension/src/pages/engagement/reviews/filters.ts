import type { LoyaltyReviewsQueryVariables } from "@/graphql/reviews";
import { RATINGS, STATES } from "./marks";

type Asked = Omit<LoyaltyReviewsQueryVariables, "first" | "after">;

/** What is asked of the server for the filters in the address. */
export function askedOf(get: (name: string) => string | undefined): Asked {
  const pictures = get("pictures");
  return {
    state: STATES.find((one) => one === get("state")),
    rating: RATINGS.find((one) => String(one) === get("stars")),
    withPictures: pictures === undefined ? undefined : pictures === "yes",
    productId: get("product"),
    search: get("search"),
    since: startOf(get("since")),
    until: startOf(get("until"), 1),
  };
}

/** When a day begins (or that many days later), by the reader's clock. Undefined for no day. */
export function startOf(day: string | undefined, later = 0): string | undefined {
  const [year, month, date] = (day ?? "").split("-").map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date + later).toISOString();
}
