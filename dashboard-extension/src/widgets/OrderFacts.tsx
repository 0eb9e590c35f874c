import type { OrderFact } from "./order-facts";

/** Names and figures of an order, with what there is to say about each below it. */
export function OrderFacts({ facts }: { facts: OrderFact[] }) {
  return (
    <dl className="order-facts">
      {facts.map(({ label, value, note }, place) => (
        <div key={place}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note && <dd className="note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
