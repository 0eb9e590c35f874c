import { useIntl } from "react-intl";
import { Link } from "react-router-dom";

import type { LoyaltyCampaignPhase } from "@/graphql/schema";
import { useFormat } from "@/kit/format";

import messages from "./messages";
import { barsOf, type Bar, type Day } from "./weeks";
import { phaseMoods } from "./phases";

interface Campaign {
  id: string;
  slug: string;
  name: string;
  phase: LoyaltyCampaignPhase;
  startsAt: string;
  endsAt: string | null;
}

interface MonthProps {
  label: string;
  weeks: Day[][];
  campaigns: Campaign[];
}

/** The weeks of a month, with the campaigns as bars over their days. */
export function Month({ label, weeks, campaigns }: MonthProps) {
  const intl = useIntl();
  const today = new Date();
  return (
    <section className="calendar" aria-label={label}>
      <div className="calendar-head" aria-hidden>
        {weeks[0]!.map(({ date, start }) => (
          <span key={date}>{intl.formatDate(start, { weekday: "short" })}</span>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]!.date} className="calendar-week">
          <div className="calendar-days">
            {week.map((day) => (
              <span
                key={day.date}
                className={day.inMonth ? undefined : "outside"}
                aria-current={day.start <= today && today < day.end ? "date" : undefined}
              >
                {day.start.getDate()}
              </span>
            ))}
          </div>
          <ul className="calendar-bars">
            {barsOf(week, campaigns).map((bar) => (
              <CampaignBar key={bar.thing.id} bar={bar} />
            ))}
          </ul>
        </div>
      ))}
      {campaigns.length === 0 && (
        <p className="calendar-none">{intl.formatMessage(messages.nothingThen)}</p>
      )}
    </section>
  );
}

function CampaignBar({ bar }: { bar: Bar<Campaign> }) {
  const intl = useIntl();
  const format = useFormat();
  const { thing, from, to, before, after } = bar;
  const phase = intl.formatMessage(messages[thing.phase]);
  const name = thing.name || thing.slug;
  const said = intl.formatMessage(messages.bar, {
    name,
    phase,
    from: format.date(thing.startsAt),
    until: thing.endsAt ? format.date(thing.endsAt) : intl.formatMessage(messages.openEnd),
  });
  const edges = `${before ? " before" : ""}${after ? " after" : ""}`;
  return (
    <li style={{ gridColumn: `${from} / ${to + 1}` }}>
      <Link
        className={`pill calendar-bar ${phaseMoods[thing.phase]}${edges}`}
        to={`/rules/campaigns/${encodeURIComponent(thing.id)}`}
        aria-label={said}
        title={said}
      >
        {name} · {phase}
      </Link>
    </li>
  );
}
