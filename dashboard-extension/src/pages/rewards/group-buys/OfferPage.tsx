import { Users } from "lucide-react";
import { useIntl } from "react-intl";
import { useNavigate, useParams } from "react-router-dom";
import { useQuery } from "urql";

import { useViewer } from "@/app/viewer";
import {
  LoyaltyAllGroupOffersDocument,
  type LoyaltyAllGroupOffersQuery,
} from "@/graphql/all_group_offers";
import { LoyaltyGroupOfferSaveDocument } from "@/graphql/group_offer_save";
import { useAction } from "@/kit/action";
import { ConfigCard, Refused, useEditing } from "@/kit/editing";
import { LeaveGuard } from "@/kit/leave";
import { MissingPage } from "@/kit/MissingPage";
import { DetailPage, SaveBar } from "@/kit/Page";
import { chosenSlug } from "@/kit/SlugField";
import { Loaded, Loading } from "@/kit/states";

import { Availability, checkedAvailability, type Available } from "../Availability";
import shared from "../messages";
import { Needs } from "../Needs";
import { OfferedPill } from "../OfferedPill";
import { GroupsOfOffer } from "./GroupsOfOffer";
import messages from "./messages";

type Offer = LoyaltyAllGroupOffersQuery["loyaltyGroupOffers"][number];

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <One />
    </Needs>
  );
}

function useBack() {
  const intl = useIntl();
  return {
    to: "/rewards/group-buys",
    label: intl.formatMessage(messages.all),
    icon: <Users size={20} />,
  };
}

function One() {
  const { id } = useParams();
  const back = useBack();
  const [answer, ask] = useQuery({ query: LoyaltyAllGroupOffersDocument });
  const again = () => ask({ requestPolicy: "network-only" });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyGroupOffers: offers }) => {
        const offer = offers.find((one) => one.id === id);
        if (id !== undefined && !offer)
          return answer.fetching ? <Loading /> : <MissingPage back={back} />;
        return (
          <Edit
            key={id ?? "new"}
            offer={offer}
            taken={offers.map(({ slug }) => slug)}
            again={again}
          />
        );
      }}
    </Loaded>
  );
}

interface EditProps {
  /** Undefined: a new one. */
  offer: Offer | undefined;
  taken: string[];
  again: () => void;
}

function Edit({ offer, taken, again }: EditProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const back = useBack();
  const { may } = useViewer();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const save = useAction(LoyaltyGroupOfferSaveDocument, { success: text("saved"), silent: true });
  const editing = useEditing<Available>({
    subject: "GROUP_OFFER",
    initial: {
      slug: offer?.slug ?? null,
      config: offer?.config ?? { name: {}, prices: {} },
      active: offer?.active ?? false,
      startsAt: offer?.startsAt ?? null,
      endsAt: offer?.endsAt ?? null,
    },
    refusals: save.errors,
    check: (values) => checkedAvailability(values, offer ? undefined : taken),
  });
  const { form } = editing;
  const submit = async () => {
    if (!(await editing.ready())) return;
    const { slug, ...rest } = form.values;
    const outcome = await save.run({ ...rest, slug: offer?.slug ?? chosenSlug(slug, rest.config) });
    if (!outcome.done) return;
    editing.settle();
    const made = outcome.payload.offer;
    again();
    if (!offer && made)
      navigate(`/rewards/group-buys/${encodeURIComponent(made.id)}`, { replace: true });
  };
  return (
    <DetailPage
      title={offer?.name ?? text("create")}
      beside={offer && <OfferedPill offer={offer} />}
      back={back}
      aside={
        <Availability
          editing={editing}
          isNew={!offer}
          intro={text("scheduleIntro")}
          label={text("offered")}
          hint={text("offeredHint")}
        />
      }
      foot={
        <SaveBar
          onSave={() => void submit()}
          onBack={() => navigate(back.to)}
          dirty={form.dirty}
          saving={save.busy}
        />
      }
    >
      <Refused editing={editing} />
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
      <LeaveGuard dirty={form.dirty && !save.busy} />
    </DetailPage>
  );
}
