import { useViewer } from "@/app/viewer";
import { LoyaltyMemberHistoryDocument } from "@/graphql/member_history";
import { useActors } from "@/kit/actors";
import { Card } from "@/kit/Card";
import { useListUrl } from "@/kit/list-url";
import { Empty, Loaded } from "@/kit/states";
import { Pager } from "@/kit/Table";

import { useFreshQuery } from "../fresh";
import { useText, useTextLanguage } from "../text";
import { HistoryRow } from "./HistoryRow";

const UNITS = ["POINTS", "GROWTH"] as const;

/** Every entry of an account, each with how it came about. */
export function HistoryCard({ id }: { id: string }) {
  const text = useText();
  const { may } = useViewer();
  const languageCode = useTextLanguage();
  const list = useListUrl();
  const unit = list.get("unit") === "GROWTH" ? "GROWTH" : "POINTS";
  const [answer, again] = useFreshQuery({
    query: LoyaltyMemberHistoryDocument,
    variables: { id, unit, first: list.first, after: list.after, languageCode },
    pause: !may("MANAGE_MEMBERS"),
  });
  const page = answer.data?.loyaltyMember?.history;
  const entries = page?.edges.map(({ node }) => node) ?? [];
  const nameOf = useActors(entries.map(({ actor }) => actor));
  return (
    <Card
      title={text("history")}
      flush
      actions={
        <div className="segments" role="group" aria-label={text("account")}>
          {UNITS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === unit}
              onClick={() => list.set({ unit: one === "POINTS" ? undefined : one })}
            >
              {text(one)}
            </button>
          ))}
        </div>
      }
    >
      <Loaded answer={answer} retry={again}>
        {() =>
          entries.length === 0 ? (
            <div className="card-body">
              <Empty>{text("noEntries")}</Empty>
            </div>
          ) : (
            <div className="table-scroll" tabIndex={0} role="region" aria-label={text("history")}>
              <table className="list entries">
                <thead>
                  <tr>
                    <th>{text("when")}</th>
                    <th>{text("what")}</th>
                    <th className="end">{text("change")}</th>
                    <th className="end">{text("balance")}</th>
                    <th>
                      <span className="visually-hidden">{text("explanation")}</span>
                    </th>
                  </tr>
                </thead>
                {entries.map((entry) => (
                  <HistoryRow key={entry.id} entry={entry} nameOf={nameOf} />
                ))}
              </table>
            </div>
          )
        }
      </Loaded>
      <Pager list={list} pageInfo={page?.pageInfo} />
    </Card>
  );
}
