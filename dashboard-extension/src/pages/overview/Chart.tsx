import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import type { LoyaltyFiguresBy } from "@/graphql/schema";
import { useFormat } from "@/kit/format";

import type { Overview } from "./FigureCards";
import { MEASURES } from "./measures";
import { usePeriod } from "./period";
import { useText } from "./text";

interface ChartProps {
  spans: Overview["chart"];
  by: LoyaltyFiguresBy;
}

const HEIGHT = 280;

/** Columns of what came and went. Who cannot see them has the table of the same figures. */
export default function Chart({ spans, by }: ChartProps) {
  const text = useText();
  const format = useFormat();
  const period = usePeriod(by);
  const shown = MEASURES.filter(({ name }) => spans.some((span) => span[name] !== 0));
  return (
    <div className="chart" aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart data={spans} accessibilityLayer={false} barGap={1} barCategoryGap="20%">
          <CartesianGrid vertical={false} stroke="var(--mu-colors-border-default1)" />
          <XAxis
            dataKey="firstDay"
            tickFormatter={(day: string) => period(day)}
            tickLine={false}
            axisLine={false}
            minTickGap={24}
          />
          <YAxis
            tickFormatter={(value: number) => format.number(value)}
            tickLine={false}
            axisLine={false}
            width="auto"
            allowDecimals={false}
          />
          <Tooltip
            cursor={{ fill: "var(--mu-colors-background-default1-hovered)" }}
            labelFormatter={(day) => period(String(day), true)}
            formatter={(value) => format.number(Number(value))}
            isAnimationActive={false}
          />
          <Legend iconType="circle" iconSize={8} itemSorter={null} />
          {shown.map(({ name, colour }) => (
            <Bar
              key={name}
              dataKey={name}
              name={text(name)}
              fill={colour}
              radius={[2, 2, 0, 0]}
              maxBarSize={24}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
