import type { ReactNode } from "react";
import { useNavigate } from "react-router-dom";

import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";
import { ConfigCard, Refused, useEditing } from "@/kit/editing";
import { chosenSlug, slugProblem } from "@/kit/SlugField";

import { SalePill } from "./OfferList";
import type { Kind, Offer, Steps } from "./offers";
import { SaleCard } from "./SaleCard";

interface OfferFormProps {
  kind: Kind;
  back: { to: string; label: string; icon: ReactNode };
  /** Undefined: a new one. */
  offer: Offer | undefined;
  taken: string[];
  steps: Steps;
  again: () => void;
}

export interface Values {
  /** Null: as the name suggests it. */
  slug: string | null;
  config: unknown;
}

export function OfferForm({ kind, back, offer, taken, steps, again }: OfferFormProps) {
  const navigate = useNavigate();
  const editing = useEditing<Values>({
    subject: kind.subject,
    initial: { slug: offer?.slug ?? null, config: offer?.config ?? kind.start },
    refusals: steps.errors,
    check: ({ slug, config }) => {
      const problem = offer ? undefined : slugProblem(chosenSlug(slug, config), taken);
      return problem ? { slug: problem } : {};
    },
  });
  const { form } = editing;
  const save = async () => {
    if (!(await editing.ready())) return;
    const { slug, config } = form.values;
    if (offer) {
      if (!(await steps.update(offer, config))) return;
      editing.settle();
      again();
      return;
    }
    const made = await steps.create(chosenSlug(slug, config), config);
    if (made === undefined) return;
    editing.settle();
    again();
    navigate(`${kind.base}/${encodeURIComponent(made)}`, { replace: true });
  };
  return (
    <DetailPage
      title={offer ? offer.name || offer.slug : kind.texts.create}
      beside={offer && <SalePill offer={offer} />}
      back={back}
      aside={<SaleCard kind={kind} editing={editing} offer={offer} steps={steps} again={again} />}
      foot={
        <SaveBar
          onSave={() => void save()}
          onBack={() => navigate(back.to)}
          dirty={form.dirty}
          saving={steps.busy}
        />
      }
    >
      <Refused editing={editing} />
      {kind.cards.map((card) => (
        <ConfigCard key={card.title} editing={editing} {...card} />
      ))}
      <LeaveGuard dirty={form.dirty && !steps.busy} />
    </DetailPage>
  );
}
