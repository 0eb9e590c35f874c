import type { LoyaltyFiguresBy } from "@/graphql/schema";
import { useFormat } from "@/kit/format";

import type { Overview } from "./FigureCards";
import { MEASURES } from "./measures";
import { usePeriod } from "./period";
import { useText } from "./text";

interface FigureTableProps {
  spans: Overview["chart"];
  by: LoyaltyFiguresBy;
}

/** The chart's figures for who does not see it. */
export function FigureTable({ spans, by }: FigureTableProps) {
  const text = useText();
  const format = useFormat();
  const period = usePeriod(by);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{text("figures")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("period")}</th>
            {MEASURES.map(({ name }) => (
              <th key={name} scope="col">
                {text(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <tr key={span.firstDay}>
              <th scope="row">{period(span.firstDay, true)}</th>
              {MEASURES.map(({ name }) => (
                <td key={name}>{format.number(span[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
