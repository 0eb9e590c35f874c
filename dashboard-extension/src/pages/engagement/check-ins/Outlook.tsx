import { Text } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";

import { giftOfDay, pointsOf, type Ladder } from "./ladder";
import messages from "./messages";

const DAYS = 28;

/** What four weeks without a gap bring, as it is written now. */
export function Outlook({ ladder }: { ladder: Ladder }) {
  const intl = useIntl();
  const format = useFormat();
  const text = (name: keyof typeof messages, values?: Record<string, string | number>) =>
    intl.formatMessage(messages[name], values);
  return (
    <Card
      title={text("outlook")}
      intro={text("outlookIntro", { days: DAYS, points: pointsOf(ladder, DAYS) })}
    >
      <ol className="outlook">
        {Array.from({ length: DAYS }, (_, place) => {
          const gift = giftOfDay(ladder, place + 1);
          const extra = gift && (gift.growth || gift.reward || gift.boost);
          return (
            <li key={place} className={gift ? undefined : "empty"}>
              <Text size={1} color="default2">
                {text("dayNumber", { number: place + 1 })}
              </Text>
              <Text size={4} fontWeight="medium">
                {gift?.points ? format.change(gift.points) : extra ? text("other") : "–"}
                {gift?.points && extra ? "*" : ""}
              </Text>
            </li>
          );
        })}
      </ol>
      <Text size={2} color="default2">
        {text("outlookNote")}
      </Text>
    </Card>
  );
}
