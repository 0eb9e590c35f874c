import type { LoyaltyMemberHistoryQuery } from "@/graphql/member_history";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import "./member.css";

type Entry = NonNullable<
  LoyaltyMemberHistoryQuery["loyaltyMember"]
>["history"]["edges"][number]["node"];
type Explained = NonNullable<Entry["award"]>;

export interface Award extends Omit<Explained, "passedOver"> {
  passedOver: Omit<Explained["passedOver"][number], "why">[];
}

/** How an award was computed: rule by rule, then line by line of the order. */
export function AwardTable({ award }: { award: Award }) {
  const text = useText(messages);
  const format = useFormat();
  return (
    <div className="award">
      <h3>{text("howComputed")}</h3>
      {award.basis && <p>{text("basis", { money: award.basis.text })}</p>}
      <table>
        <caption className="visually-hidden">{text("howComputed")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("rule")}</th>
            <th scope="col">{text("counts")}</th>
            <th scope="col" className="end">
              {text("points")}
            </th>
          </tr>
        </thead>
        <tbody>
          {award.parts.map((part, place) => (
            <tr key={part.rule ?? place}>
              <td>{part.name ?? part.rule ?? text("ownRate")}</td>
              <td>
                {part.text}
                {part.exact && (
                  <span className="grey"> · {text("exactly2", { exact: part.exact })}</span>
                )}
                {part.cut > 0 && (
                  <span className="grey">
                    {" "}
                    · {text("cut", { points: format.number(part.cut), why: part.cutText ?? "" })}
                  </span>
                )}
              </td>
              <td className="end">{format.change(part.points)}</td>
            </tr>
          ))}
          <tr className="sum">
            <td>{text("inAll")}</td>
            <td />
            <td className="end">{format.number(award.points)}</td>
          </tr>
        </tbody>
      </table>
      {award.lines.length > 0 && <Lines award={award} />}
      {award.passedOver.length > 0 && (
        <>
          <h3>{text("passedOver")}</h3>
          <ul className="plain-list">
            {award.passedOver.map(({ rule, name, text: why }) => (
              <li key={rule}>
                {name ?? rule}: <span className="grey">{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Lines({ award }: { award: Award }) {
  const text = useText(messages);
  const format = useFormat();
  return (
    <>
      <h3>{text("byLine")}</h3>
      <table>
        <caption className="visually-hidden">{text("byLine")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("line")}</th>
            <th scope="col" className="end">
              {text("paid")}
            </th>
            <th scope="col" className="end">
              {text("earns")}
            </th>
            <th scope="col" className="end">
              {text("points")}
            </th>
          </tr>
        </thead>
        <tbody>
          {award.lines.map((line, place) => (
            <tr key={place}>
              <td>
                {line.quantity} × {line.name}
                {line.excludedText && <span className="grey"> · {line.excludedText}</span>}
              </td>
              <td className="end">{line.paid.text}</td>
              <td className="end">{line.basis.text}</td>
              <td className="end">{format.number(line.points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
