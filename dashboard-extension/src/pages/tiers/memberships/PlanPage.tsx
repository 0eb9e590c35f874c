import { Needs } from "../Needs";
import { OfferPage } from "./OfferPage";
import { usePlanKind, usePlans, usePlanSteps } from "./use-plans";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <One />
    </Needs>
  );
}

function One() {
  return <OfferPage kind={usePlanKind()} offers={usePlans()} steps={usePlanSteps()} />;
}
