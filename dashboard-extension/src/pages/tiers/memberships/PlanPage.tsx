import { offerPage } from "./OfferPage";
import { usePlanKind, usePlans, usePlanSteps } from "./use-plans";

export const Component = offerPage({
  useKind: usePlanKind,
  useOffers: usePlans,
  useSteps: usePlanSteps,
});
