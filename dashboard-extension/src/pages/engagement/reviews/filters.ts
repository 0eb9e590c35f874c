import type { LoyaltyReviewsQueryVariables } from "@/graphql/reviews";
import type { LoyaltyReviewState } from "@/graphql/schema";

type Asked = Omit<LoyaltyReviewsQueryVariables, "first" | "after">;

/** What is asked of the server for the filters in the address. */
export function askedOf(get: (name: string) => string | undefined): Asked {
  const pictures = get("pictures");
  return {
    state: get("state") as LoyaltyReviewState | undefined,
    rating: Number(get("stars")) || undefined,
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
