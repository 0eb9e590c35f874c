import "../engagement.css";

import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyOccasionDaysDocument } from "@/graphql/occasion_days";
import type { LoyaltyYearlyOccasion } from "@/graphql/schema";
import { FilterRow, type Filter } from "@/kit/Filters";
import { useListUrl } from "@/kit/list-url";
import { ListPage } from "@/kit/Page";
import { Failed, Loading, NoAccess } from "@/kit/states";
import { useText } from "@/kit/use-text";

import { OffNotice, SettingsButton } from "../engagement-settings/OffNotice";
import { useEngagement } from "../engagement-settings/use-engagement";
import { Calendar } from "./Calendar";
import messages from "./messages";
import { Ahead } from "./Ahead";
import { Totals } from "./Totals";

const SETTINGS = "/engagement/occasions/settings";
const LENGTHS = [30, 60, 90, 180, 366];
export const OCCASIONS: LoyaltyYearlyOccasion[] = ["BIRTHDAY", "JOINED", "FIRST_PURCHASE"];

/** Whose days come, how many of them on which day. */
export function Component() {
  const text = useText(messages);
  const { may } = useViewer();
  const list = useListUrl();
  const { standing } = useEngagement("OCCASIONS");
  const allowed = may("MANAGE_MEMBERS");
  const asked = Number(list.get("days"));
  const days = LENGTHS.includes(asked) ? asked : 30;
  const chosen = list.get("occasion") as LoyaltyYearlyOccasion | undefined;
  const [answer, again] = useQuery({
    query: LoyaltyOccasionDaysDocument,
    variables: { days },
    pause: !allowed,
  });
  const found = answer.data?.loyaltyOccasionDays;
  const filters: Filter[] = [
    {
      name: "occasion",
      label: text("occasion"),
      kind: "choice",
      choices: OCCASIONS.map((one) => ({ value: one, label: text(one) })),
    },
    {
      name: "days",
      label: text("length"),
      kind: "choice",
      choices: LENGTHS.map((length) => ({
        value: String(length),
        label: text("daysOf", { count: length }),
      })),
    },
  ];
  return (
    <ListPage title={text("title")} actions={<SettingsButton to={SETTINGS} />}>
      {!allowed ? (
        <NoAccess />
      ) : (
        <>
          <OffNotice standing={standing} to={SETTINGS} text={text("offNow")} />
          <FilterRow list={list} filters={filters} />
          {answer.error ? (
            <Failed error={answer.error} retry={again} />
          ) : found ? (
            <div className="page-content occasions">
              <Totals found={found} days={days} />
              <Calendar
                found={chosen ? found.filter(({ occasion }) => occasion === chosen) : found}
                days={days}
              />
            </div>
          ) : (
            <Loading />
          )}
          <Ahead list={list} occasion={chosen ?? "BIRTHDAY"} days={days} />
        </>
      )}
    </ListPage>
  );
}
