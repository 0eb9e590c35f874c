import { Button } from "@saleor/macaw-ui";
import { useEffect, useState } from "react";
import { useQuery } from "urql";

import { LoyaltyMembersDocument } from "@/graphql/members";
import { TextField } from "@/kit/fields";
import { Empty, Loaded } from "@/kit/states";
import { useSession } from "@/session/context";

import { useOpen } from "./open";
import { useText } from "./text";
import { Popup } from "./Widget";

const PAUSE_MS = 300;
const SHOWN = 10;

/** Finds a member by name, e-mail or code, and opens their page. */
export function Component() {
  const text = useText();
  const session = useSession();
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Popup
      foot={
        session.closePopup && (
          <Button variant="secondary" onClick={() => session.closePopup?.()}>
            {text("close")}
          </Button>
        )
      }
    >
      <div className="stack popup-form" role="search">
        <TextField label={text("search")} value={typed} onChange={setTyped} />
        {search ? <Found search={search} /> : <p className="grey">{text("typeToSearch")}</p>}
      </div>
    </Popup>
  );
}

function Found({ search }: { search: string }) {
  const text = useText();
  const open = useOpen();
  const [answer, again] = useQuery({
    query: LoyaltyMembersDocument,
    variables: { first: SHOWN, search },
  });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyMembers }) =>
        loyaltyMembers?.edges.length ? (
          <ul className="found" aria-label={text("find")}>
            {loyaltyMembers.edges.map(({ node }) => (
              <li key={node.id}>
                <button type="button" onClick={() => open(`/members/${node.id}`)}>
                  <span>
                    {node.email} {node.name && <span className="grey">· {node.name}</span>}
                  </span>
                  <span className="grey">
                    {text("result", {
                      points: node.points.available,
                      tier: node.tier?.name ?? text("noTier"),
                    })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <Empty>{text("nobody")}</Empty>
        )
      }
    </Loaded>
  );
}
