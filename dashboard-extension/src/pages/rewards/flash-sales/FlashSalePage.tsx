import "../rewards.css";

import { Zap } from "lucide-react";
import { useIntl } from "react-intl";
import { useParams } from "react-router-dom";

import { LoyaltyFlashSaleDocument, type LoyaltyFlashSaleQuery } from "@/graphql/flash_sale";
import { LoyaltyFlashSaleSaveDocument } from "@/graphql/flash_sale_save";
import { useAction } from "@/kit/action";
import { ConfigCard } from "@/kit/editing";
import { OnePage } from "@/kit/OnePage";
import { useText } from "@/kit/use-text";

import shared from "../messages";
import { Needs } from "../Needs";
import { OfferEditor } from "../OfferEditor";
import { useOne } from "../use-one";
import messages from "./messages";
import { Pieces } from "./Pieces";
import { SalePill } from "./SalePill";

type Sale = NonNullable<LoyaltyFlashSaleQuery["loyaltyFlashSale"]>;

const EMPTY = { name: {}, items: [] };

export function Component() {
  const { id } = useParams();
  const back = useBack();
  const { answer, again, loaded, discard } = useOne(LoyaltyFlashSaleDocument, id);
  if (id === undefined)
    return (
      <Needs permission="MANAGE_PROGRAMMES">
        <Edit key="new" sale={undefined} again={again} discard={discard} />
      </Needs>
    );
  return (
    <OnePage
      permission="MANAGE_PROGRAMMES"
      back={back}
      answer={answer}
      retry={again}
      one={answer.data?.loyaltyFlashSale}
    >
      {(sale) => <Edit key={`${sale.id} ${loaded}`} sale={sale} again={again} discard={discard} />}
    </OnePage>
  );
}

function useBack() {
  const text = useText(messages);
  return { to: "/rewards/flash-sales", label: text("all"), icon: <Zap size={20} /> };
}

interface EditProps {
  /** Undefined: a new one. */
  sale: Sale | undefined;
  again: () => void;
  discard: () => void;
}

function Edit({ sale, again, discard }: EditProps) {
  const intl = useIntl();
  const text = useText(messages);
  const back = useBack();
  const action = useAction(LoyaltyFlashSaleSaveDocument, { success: text("saved"), silent: true });
  return (
    <OfferEditor
      subject="FLASH_SALE"
      offering={sale}
      empty={EMPTY}
      back={back}
      texts={{
        create: text("create"),
        schedule: text("scheduleIntro"),
        switched: text("active"),
        switchedHint: text("activeHint"),
      }}
      beside={sale && <SalePill sale={sale} />}
      dated
      action={action}
      save={async ({ startsAt, endsAt, ...rest }) => {
        const moments = { startsAt: startsAt ?? "", endsAt: endsAt ?? "" };
        const outcome = await action.run({ ...rest, ...moments });
        return (outcome.done && outcome.payload.flashSale) || undefined;
      }}
      again={again}
      discard={discard}
    >
      {(editing) => (
        <>
          {sale && <Pieces items={sale.items} />}
          <ConfigCard
            editing={editing}
            title={intl.formatMessage(shared.details)}
            only={["name", "description"]}
          />
          <ConfigCard
            editing={editing}
            title={text("items")}
            intro={text("itemsIntro")}
            only={["items"]}
          />
          <ConfigCard editing={editing} title={text("days")} only={["keep_minutes", "days"]} />
          <ConfigCard
            editing={editing}
            title={text("gate")}
            intro={text("gateIntro")}
            only={["gate"]}
          />
        </>
      )}
    </OfferEditor>
  );
}
