import { useFormat } from "@/kit/format";

import type { Order } from "./order-facts";
import { useText } from "./text";

interface Part {
  name: string | null;
  text: string;
  points: number;
}

/** Rule by rule how the points came about, short enough for a narrow column. */
export function Why({ order }: { order: Order }) {
  const text = useText();
  const awards = order.awards.filter(({ unit }) => unit === "POINTS");
  const parts: Part[] = awards.flatMap(({ award }) => award.parts);
  const passedOver = awards.flatMap(({ award }) => award.passedOver);
  return (
    <section className="why" aria-label={text("whyOrder")}>
      <Parts parts={parts.length > 0 ? parts : (order.preview?.points?.parts ?? [])} />
      {passedOver.length > 0 && (
        <>
          <h2 className="line-title">{text("passedOver")}</h2>
          <ul className="plain-list">
            {passedOver.map(({ rule, name, text: why }) => (
              <li key={rule}>
                {name ?? rule} <span className="grey">· {why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Parts({ parts }: { parts: Part[] }) {
  const format = useFormat();
  return (
    <ul className="plain-list why-parts">
      {parts.map((part, place) => (
        <li key={place}>
          <span>
            {part.name && <>{part.name} · </>}
            <span className="grey">{part.text}</span>
          </span>
          <span>{format.change(part.points)}</span>
        </li>
      ))}
    </ul>
  );
}
