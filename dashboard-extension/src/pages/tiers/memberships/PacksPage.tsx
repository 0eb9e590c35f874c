import { asDict } from "@/kit/config/document";
import { useFormat } from "@/kit/format";
import { useText } from "@/kit/use-text";

import { Needs } from "../Needs";
import messages from "./messages";
import { OfferList } from "./OfferList";
import { variantsOf } from "./terms";
import { usePackKind, usePacks } from "./use-packs";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <Packs />
    </Needs>
  );
}

function Packs() {
  const text = useText(messages);
  const format = useFormat();
  const number = (config: unknown, name: string) =>
    format.number(Number(asDict(config)[name] ?? 0));
  return (
    <OfferList
      kind={usePackKind()}
      offers={usePacks()}
      columns={[
        {
          key: "products",
          title: text("products"),
          end: true,
          cell: ({ config }) => format.number(variantsOf(config)),
        },
        {
          key: "growth",
          title: text("growth"),
          end: true,
          cell: ({ config }) => number(config, "growth"),
        },
        {
          key: "bonus",
          title: text("bonus"),
          end: true,
          cell: ({ config }) => number(config, "bonus_points"),
        },
      ]}
    />
  );
}
