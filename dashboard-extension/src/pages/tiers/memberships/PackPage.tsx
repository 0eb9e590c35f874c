import { Needs } from "../Needs";
import { OfferPage } from "./OfferPage";
import { usePackKind, usePacks, usePackSteps } from "./use-packs";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <One />
    </Needs>
  );
}

function One() {
  return <OfferPage kind={usePackKind()} offers={usePacks()} steps={usePackSteps()} />;
}
