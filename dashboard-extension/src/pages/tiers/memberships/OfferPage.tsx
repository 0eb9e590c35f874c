import { useParams } from "react-router-dom";

import { MissingPage } from "@/kit/MissingPage";
import { Failed, Loading } from "@/kit/states";

import { Needs } from "../Needs";
import { OfferForm } from "./OfferForm";
import type { Kind, Offers, Steps } from "./offers";

interface Hooks {
  useKind: () => Kind;
  useOffers: () => Offers;
  useSteps: () => Steps;
}

/** The page of plans or of packs: one of them, or a new one. */
export function offerPage(hooks: Hooks) {
  return function Component() {
    return (
      <Needs permission="MANAGE_PROGRAMMES">
        <One {...hooks} />
      </Needs>
    );
  };
}

function One({ useKind, useOffers, useSteps }: Hooks) {
  const kind = useKind();
  const steps = useSteps();
  const { all, error, again } = useOffers();
  const { id } = useParams();
  if (error) return <Failed error={error} retry={again} />;
  if (!all) return <Loading />;
  const offer = all.find((one) => one.id === id);
  const back = { to: kind.base, label: kind.texts.all, icon: kind.icon };
  if (id !== undefined && !offer) return <MissingPage back={back} />;
  return (
    <OfferForm
      key={id ?? "new"}
      kind={kind}
      back={back}
      offer={offer}
      taken={all.map(({ slug }) => slug)}
      steps={steps}
      again={again}
    />
  );
}
