import { Button } from "@saleor/macaw-ui";
import { useSearchParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import { LoyaltyMemberOfCustomerDocument } from "@/graphql/member_of_customer";
import { Empty, Loaded, NoAccess } from "@/kit/states";
import { useSession } from "@/session/context";
import { AdjustFields, useAdjusting, type Adjustable } from "@/shared/member/AdjustForm";

import { useText } from "./text";
import { Popup } from "./Widget";

/** From a customer's page: gives or takes points. */
export function Component() {
  const text = useText();
  const { may } = useViewer();
  const [params] = useSearchParams();
  const userId = params.get("customerId") ?? "";
  const [answer, again] = useQuery({
    query: LoyaltyMemberOfCustomerDocument,
    variables: { userId },
    pause: !userId,
  });
  const member = answer.data?.loyaltyMember;
  if (!may("MANAGE_POINTS"))
    return (
      <Popup foot={<Close />}>
        <NoAccess />
      </Popup>
    );
  if (member?.id)
    return <Adjusting member={{ ...member, id: member.id }} email={member.email} changed={again} />;
  return (
    <Popup foot={<Close />}>
      {userId ? (
        <Loaded answer={answer} retry={again}>
          {() => (
            <Empty>
              {text("notMember")}
              <br />
              {text("notMemberHint")}
            </Empty>
          )}
        </Loaded>
      ) : (
        <Empty>{text("noCustomer")}</Empty>
      )}
    </Popup>
  );
}

interface AdjustingProps {
  member: Adjustable;
  email: string;
  changed: () => void;
}

const FORM = "adjust";

function Adjusting({ member, email, changed }: AdjustingProps) {
  const session = useSession();
  const adjusting = useAdjusting(member);
  const send = async () => {
    if (!(await adjusting.submit())) return;
    changed();
    // The page behind shows the new balance in its widget.
    session.refreshHost?.();
    session.closePopup?.();
  };
  return (
    <Popup
      foot={
        <>
          <Close />
          <Button
            type="submit"
            form={FORM}
            variant={adjusting.destructive ? "error" : "primary"}
            disabled={adjusting.busy}
          >
            {adjusting.label}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="stack popup-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{email}</p>
        <AdjustFields member={member} adjusting={adjusting} />
      </form>
    </Popup>
  );
}

function Close() {
  const text = useText();
  const session = useSession();
  if (!session.closePopup) return null;
  return (
    <Button variant="secondary" onClick={() => session.closePopup?.()}>
      {text("close")}
    </Button>
  );
}
