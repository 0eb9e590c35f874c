import { useIntl } from "react-intl";

import type { LoyaltyFiguresBy } from "@/graphql/schema";

/** How a day, a week or a month is called: short below a chart, long in a table. */
export function usePeriod(
  by: LoyaltyFiguresBy,
): (firstDay: string | null, long?: boolean) => string {
  const intl = useIntl();
  return (firstDay, long = false) => {
    if (firstDay === null) return "";
    // A day is the same one everywhere: its noon in UTC is shown in UTC.
    const noon = `${firstDay}T12:00:00Z`;
    const month = long ? "long" : "short";
    return by === "MONTH"
      ? intl.formatDate(noon, { timeZone: "UTC", month, year: "numeric" })
      : intl.formatDate(noon, {
          timeZone: "UTC",
          month: "short",
          day: "numeric",
          ...(long ? { year: "numeric" as const } : {}),
        });
  };
}
