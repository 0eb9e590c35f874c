import { LoyaltyMemberStandingDocument, type LoyaltyMemberStandingQuery } from "@/graphql/member_standing";
import { useActors } from "@/kit/actors";
import { Card } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty, Loaded } from "@/kit/states";

import { useFreshQuery } from "../fresh";
import { useText } from "../text";

type Move = NonNullable<
  LoyaltyMemberStandingQuery["loyaltyMember"]
>["tierMoves"]["edges"][number]["node"];

/** How a member came to where they are: every move between tiers, newest first. */
export function TimelineCard({ id }: { id: string }) {
  const text = useText();
  const [answer, again] = useFreshQuery({
    query: LoyaltyMemberStandingDocument,
    variables: { id, first: 50 },
  });
  const moves = answer.data?.loyaltyMember?.tierMoves.edges.map(({ node }) => node) ?? [];
  const nameOf = useActors(moves.map(({ actor }) => actor));
  return (
    <Card title={text("timeline")}>
      <Loaded answer={answer} retry={again}>
        {() =>
          moves.length === 0 ? (
            <Empty>{text("noMoves")}</Empty>
          ) : (
            <ol className="timeline">
              {moves.map((move) => (
                <MoveRow key={move.id} move={move} nameOf={nameOf} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Card>
  );
}

function MoveRow({ move, nameOf }: { move: Move; nameOf: (actor: string) => string }) {
  const text = useText();
  const format = useFormat();
  const facts = [
    format.moment(move.movedAt),
    text(`cause${move.cause}`),
    move.reason,
    move.actor && text("byActor", { name: nameOf(move.actor) }),
  ].filter(Boolean);
  return (
    <li>
      <span>
        {move.toTier
          ? text("movedTo", { tier: move.toTier.name })
          : text("movedOut", { tier: move.fromTier?.name ?? "" })}
      </span>
      <span className="grey">{facts.join(" · ")}</span>
    </li>
  );
}
