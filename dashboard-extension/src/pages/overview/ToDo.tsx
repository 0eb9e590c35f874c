import { ChevronRight } from "lucide-react";
import { Link } from "react-router-dom";
import { useQuery } from "urql";

import { LoyaltyTodoDocument, type LoyaltyTodoQuery } from "@/graphql/todo";
import { Card } from "@/kit/Card";

import { useText } from "./text";

type Waiting = keyof NonNullable<LoyaltyTodoQuery["loyaltyTodo"]>;

// Where each of them is done.
const PLACES: Record<Waiting, string> = {
  redemptions: "/rewards/redemptions?state=REQUESTED",
  prizes: "/rewards/lotteries",
  codes: "/tiers/code-lists",
  reviews: "/engagement/reviews/waiting",
  referrals: "/engagement/referrals?state=HELD",
  facts: "/operations/problems?direction=IN",
  effects: "/operations/problems?direction=OUT",
};

/** What waits for staff. Nothing where nothing does: the figures are enough then. */
export function ToDo() {
  const text = useText();
  const [answer] = useQuery({ query: LoyaltyTodoDocument });
  const found = answer.data?.loyaltyTodo;
  const waiting = (Object.keys(PLACES) as Waiting[])
    .map((name) => ({ name, number: found?.[name] ?? 0 }))
    .filter(({ number }) => number > 0);
  if (waiting.length === 0) return null;
  return (
    <Card title={text("toDo")} flush>
      <ul className="to-do">
        {waiting.map(({ name, number }) => (
          <li key={name}>
            <Link className="plain" to={PLACES[name]}>
              {text(`toDo_${name}`, { number })}
              <ChevronRight size={16} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
