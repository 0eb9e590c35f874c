import { Users } from "lucide-react";
import { useIntl } from "react-intl";
import { useParams } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { LoyaltyGroupOfferDocument, type LoyaltyGroupOfferQuery } from "@/graphql/group_offer";
import { LoyaltyGroupOfferSaveDocument } from "@/graphql/group_offer_save";
import { useAction } from "@/kit/action";
import { ConfigCard } from "@/kit/editing";
import { OnePage } from "@/kit/OnePage";
import { useText } from "@/kit/use-text";

import shared from "../messages";
import { Needs } from "../Needs";
import { OfferedPill } from "../OfferedPill";
import { OfferEditor } from "../OfferEditor";
import { useOne } from "../use-one";
import { GroupsOfOffer } from "./GroupsOfOffer";
import messages from "./messages";

type Offer = NonNullable<LoyaltyGroupOfferQuery["loyaltyGroupOffer"]>;

const EMPTY = { name: {}, prices: {} };

export function Component() {
  const { id } = useParams();
  const back = useBack();
  const { answer, again, loaded, discard } = useOne(LoyaltyGroupOfferDocument, id);
  if (id === undefined)
    return (
      <Needs permission="MANAGE_PROGRAMMES">
        <Edit key="new" offer={undefined} again={again} discard={discard} />
      </Needs>
    );
  return (
    <OnePage
      permission="MANAGE_PROGRAMMES"
      back={back}
      answer={answer}
      retry={again}
      one={answer.data?.loyaltyGroupOffer}
    >
      {(offer) => (
        <Edit key={`${offer.id} ${loaded}`} offer={offer} again={again} discard={discard} />
      )}
    </OnePage>
  );
}

function useBack() {
  const text = useText(messages);
  return { to: "/rewards/group-buys", label: text("all"), icon: <Users size={20} /> };
}

interface EditProps {
  /** Undefined: a new one. */
  offer: Offer | undefined;
  again: () => void;
  discard: () => void;
}

function Edit({ offer, again, discard }: EditProps) {
  const intl = useIntl();
  const text = useText(messages);
  const back = useBack();
  const { may } = useViewer();
  const action = useAction(LoyaltyGroupOfferSaveDocument, { success: text("saved"), silent: true });
  return (
    <OfferEditor
      subject="GROUP_OFFER"
      offering={offer}
      empty={EMPTY}
      back={back}
      texts={{
        create: text("create"),
        schedule: text("scheduleIntro"),
        switched: text("offered"),
        switchedHint: text("offeredHint"),
      }}
      beside={offer && <OfferedPill offer={offer} />}
      action={action}
      save={async (written) => {
        const outcome = await action.run(written);
        return (outcome.done && outcome.payload.offer) || undefined;
      }}
      again={again}
      discard={discard}
    >
      {(editing) => (
        <>
          <ConfigCard
            editing={editing}
            title={intl.formatMessage(shared.details)}
            intro={offer && text("promised")}
            only={["name", "description"]}
          />
          <ConfigCard
            editing={editing}
            title={text("productAndPrice")}
            only={["variant_id", "prices", "pieces"]}
          />
          <ConfigCard
            editing={editing}
            title={text("group")}
            intro={text("groupIntro")}
            only={["size", "hours", "seat_minutes", "stake_points", "most_open"]}
          />
          <ConfigCard
            editing={editing}
            title={text("gate")}
            intro={text("gateIntro")}
            only={["gate"]}
          />
          {offer && may("MANAGE_ORDERS") && <GroupsOfOffer offerId={offer.id} />}
        </>
      )}
    </OfferEditor>
  );
}
