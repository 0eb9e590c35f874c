import { Button } from "@saleor/macaw-ui";

import { Card, Facts } from "@/kit/Card";
import { useConfirm } from "@/kit/Dialog";
import { useText } from "@/kit/use-text";
import type { Editing } from "@/kit/editing";
import { SlugField } from "@/kit/SlugField";
import { useSession } from "@/session/context";

import messages from "./messages";
import { SalePill } from "./OfferList";
import type { Values } from "./OfferForm";
import type { Kind, Offer, Steps } from "./offers";

interface SaleCardProps {
  kind: Kind;
  editing: Editing<Values>;
  offer: Offer | undefined;
  steps: Steps;
  again: () => void;
}

/** Whether it is on sale; for a new one, its short name. */
export function SaleCard({ kind, editing, offer, steps, again }: SaleCardProps) {
  const text = useText(messages);
  const { form } = editing;
  if (!offer)
    return (
      <Card title={text("saleCard")} intro={text("newIntro")}>
        <SlugField
          value={form.values.slug}
          config={form.values.config}
          error={form.errorOf("slug")}
          onChange={(slug) => form.set("slug", slug)}
        />
      </Card>
    );
  return (
    <Card title={text("saleCard")} intro={text("changeIntro")}>
      <Facts
        facts={[
          { label: text("status"), value: <SalePill offer={offer} /> },
          { label: text("short"), value: offer.slug },
        ]}
      />
      <Switch kind={kind} offer={offer} steps={steps} again={again} />
    </Card>
  );
}

interface SwitchProps {
  kind: Kind;
  offer: Offer;
  steps: Steps;
  again: () => void;
}

function Switch({ kind: { texts }, offer, steps, again }: SwitchProps) {
  const text = useText(messages);
  const session = useSession();
  const confirm = useConfirm();
  const { onSale } = offer;
  const name = offer.name || offer.slug;
  const ask = () =>
    confirm.ask({
      title: onSale ? texts.stopTitle(name) : texts.resumeTitle(name),
      text: onSale ? texts.stopText : texts.resumeText,
      confirm: text(onSale ? "takeOff" : "putOn"),
      destructive: onSale,
      act: async () => {
        if (!(await steps.archive(offer, onSale))) return;
        session.notify("success", text(onSale ? "taken" : "putBack"));
        again();
      },
    });
  return (
    <div>
      {confirm.dialog}
      <Button variant="secondary" onClick={ask} disabled={steps.busy}>
        {text(onSale ? "takeOff" : "putOn")}
      </Button>
    </div>
  );
}
