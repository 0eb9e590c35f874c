import { useParams } from "react-router-dom";

import { MissingPage } from "@/kit/MissingPage";
import { Failed, Loading } from "@/kit/states";

import { OfferForm } from "./OfferForm";
import type { Kind, Offers, Steps } from "./offers";

interface OfferPageProps {
  kind: Kind;
  offers: Offers;
  steps: Steps;
}

/** One plan or pack, or a new one. */
export function OfferPage({ kind, offers, steps }: OfferPageProps) {
  const { id } = useParams();
  const { all, error, again } = offers;
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
